-- DropIndex
DROP INDEX "progress_report_period_idx";

-- AlterTable
ALTER TABLE "progress_report" ADD COLUMN     "estimated_cost" BIGINT,
ADD COLUMN     "estimated_ends_on" DATE,
ADD COLUMN     "period_ends_on" DATE NOT NULL;

-- CreateIndex
CREATE INDEX "progress_report_dossier_id_period_ends_on_idx" ON "progress_report"("dossier_id", "period_ends_on");

-- A report handed in says how the project ends, and how far it has drifted in time; a plan that costs nothing has no
-- drift of budget.
ALTER TABLE progress_report ADD CONSTRAINT progress_report_estimate CHECK (
  submitted_at IS NULL
  OR estimated_cost IS NOT NULL AND estimated_ends_on IS NOT NULL AND calendar_drift IS NOT NULL);

-- Handed in once: the instant and the hand never change, and a report never becomes a draft again.
CREATE FUNCTION refuse_another_hand_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF row(NEW.submitted_at, NEW.submitted_by_id) IS DISTINCT FROM row(OLD.submitted_at, OLD.submitted_by_id) THEN
    RAISE EXCEPTION 'Report % is handed in already', OLD.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER handed_in_once BEFORE UPDATE ON progress_report
  FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION refuse_another_hand_in();
