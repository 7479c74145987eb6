-- DropIndex
DROP INDEX "saved_view_agent_id_name_key";

-- AlterTable
ALTER TABLE "dossier" ADD COLUMN     "co_financing" BIGINT,
ADD COLUMN     "ministry_rank" INTEGER NOT NULL DEFAULT 1000,
ADD COLUMN     "planned_filing_on" DATE,
ADD COLUMN     "shown_to_dnum" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "staff_cost" BIGINT;

-- AlterTable
ALTER TABLE "execution" ADD COLUMN     "budget_drift" INTEGER,
ADD COLUMN     "calendar_drift" INTEGER,
ADD COLUMN     "estimated_cost" BIGINT,
ADD COLUMN     "estimated_end" DATE,
ADD COLUMN     "first_ends_on" DATE,
ADD COLUMN     "first_starts_on" DATE,
ADD COLUMN     "first_total" BIGINT,
ADD COLUMN     "next_due_on" DATE,
ADD COLUMN     "weather" TEXT;

-- AlterTable
ALTER TABLE "role_grant" ADD COLUMN     "delegated" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "saved_view" ADD COLUMN     "list" TEXT NOT NULL DEFAULT 'instruction';

-- CreateIndex
CREATE INDEX "dossier_ministry_id_ministry_rank_id_idx" ON "dossier"("ministry_id", "ministry_rank", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_agent_id_list_name_key" ON "saved_view"("agent_id", "list", "name");

-- ---------------------------------------------------------------- closed lists and bounds

ALTER TABLE dossier ADD CONSTRAINT dossier_ministry_rank CHECK (ministry_rank BETWEEN 1 AND 1000);
ALTER TABLE dossier ADD CONSTRAINT dossier_plan_sums CHECK (staff_cost >= 0 AND co_financing >= 0);
ALTER TABLE saved_view ADD CONSTRAINT saved_view_list CHECK (list IN ('instruction', 'portfolio'));
-- A delegation is of a DNUM, by somebody of it, and ends.
ALTER TABLE role_grant ADD CONSTRAINT role_grant_delegation CHECK (
  NOT delegated OR role = 'dnum' AND granted_by_id IS NOT NULL AND granted_by_id <> agent_id AND ends_at IS NOT NULL);

-- Of what was filed before these columns: the plan as it stands, which is the one filed unless it is being written again.
UPDATE dossier SET
  staff_cost = coalesce((SELECT sum(amount) FROM expense_line WHERE dossier_id = dossier.id AND nature = 'T2'), 0),
  co_financing = coalesce((SELECT sum(amount) FROM co_financer WHERE dossier_id = dossier.id), 0)
WHERE filed_at IS NOT NULL;

-- ---------------------------------------------------------------- what lists of projects read, kept by the database

CREATE FUNCTION keep_first_plan(dossiers uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE execution SET first_total = (content ->> 'total')::bigint, first_starts_on = (content ->> 'startsOn')::date,
    first_ends_on = (content ->> 'endsOn')::date
  FROM baseline WHERE baseline.dossier_id = execution.dossier_id AND baseline.version = 1
    AND execution.dossier_id = ANY(dossiers)
$$;

-- The row is locked by a statement of its own, so that the next one reads what others have just committed.
CREATE FUNCTION keep_next_due(dossiers uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM execution WHERE dossier_id = ANY(dossiers) ORDER BY dossier_id FOR UPDATE;
  UPDATE execution SET next_due_on = open.due_on
  FROM unnest(dossiers) AS kept (dossier_id) CROSS JOIN LATERAL (
    SELECT min(due_on) AS due_on FROM obligation
    WHERE obligation.dossier_id = kept.dossier_id AND done_at IS NULL AND dropped_at IS NULL) AS open
  WHERE execution.dossier_id = kept.dossier_id AND execution.next_due_on IS DISTINCT FROM open.due_on;
END $$;

CREATE FUNCTION keep_last_report(dossiers uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM execution WHERE dossier_id = ANY(dossiers) ORDER BY dossier_id FOR UPDATE;
  UPDATE execution SET weather = last.weather, budget_drift = last.budget_drift, calendar_drift = last.calendar_drift,
    estimated_cost = last.estimated_cost, estimated_end = last.estimated_ends_on
  FROM unnest(dossiers) AS kept (dossier_id) CROSS JOIN LATERAL (
    SELECT * FROM progress_report WHERE progress_report.dossier_id = kept.dossier_id AND status <> 'draft'
    ORDER BY period_ends_on DESC LIMIT 1) AS last
  WHERE execution.dossier_id = kept.dossier_id;
END $$;

CREATE FUNCTION follow_baselines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_first_plan(ARRAY(SELECT dossier_id FROM written WHERE version = 1));
  RETURN NULL;
END $$;
CREATE TRIGGER execution_follows_baselines AFTER INSERT ON baseline
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION follow_baselines();

CREATE FUNCTION follow_obligations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_next_due(ARRAY(SELECT DISTINCT dossier_id FROM written));
  RETURN NULL;
END $$;
CREATE TRIGGER execution_follows_obligations AFTER INSERT ON obligation
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION follow_obligations();
CREATE TRIGGER execution_follows_dropped_obligations AFTER DELETE ON obligation
  REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION follow_obligations();

CREATE FUNCTION follow_obligation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_next_due(ARRAY[NEW.dossier_id]);
  RETURN NULL;
END $$;
-- A reminder changes nothing of what is due.
CREATE TRIGGER execution_follows_obligation AFTER UPDATE OF due_on, done_at, dropped_at ON obligation
  FOR EACH ROW WHEN (row(OLD.due_on, OLD.done_at, OLD.dropped_at) IS DISTINCT FROM row(NEW.due_on, NEW.done_at, NEW.dropped_at))
  EXECUTE FUNCTION follow_obligation();

CREATE FUNCTION follow_reports() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_last_report(ARRAY(SELECT DISTINCT dossier_id FROM written WHERE status <> 'draft'));
  RETURN NULL;
END $$;
CREATE TRIGGER execution_follows_reports AFTER INSERT ON progress_report
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION follow_reports();

CREATE FUNCTION follow_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_last_report(ARRAY[NEW.dossier_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER execution_follows_report AFTER UPDATE ON progress_report
  FOR EACH ROW WHEN (NEW.status <> 'draft') EXECUTE FUNCTION follow_report();

DO $$
DECLARE dossiers uuid[] := ARRAY(SELECT dossier_id FROM execution);
BEGIN
  PERFORM keep_first_plan(dossiers);
  PERFORM keep_next_due(dossiers);
  PERFORM keep_last_report(dossiers);
END $$;

-- ---------------------------------------------------------------- in the sight of the ministry

GRANT SELECT (staff_cost, co_financing, ministry_rank, shown_to_dnum, planned_filing_on) ON dossier TO guichet_ministry;
GRANT UPDATE (ministry_rank) ON dossier TO guichet_ministry;
-- And the drafts that their team shows it. Their children stay closed: only what is filed has any.
ALTER POLICY ministry_sight ON dossier USING (
  (ministry_id = ANY ((SELECT ministries_in_sight())::uuid[]) AND (filed_at IS NOT NULL OR status = 'draft' AND shown_to_dnum))
  OR id = ANY ((SELECT told_in_sight())::uuid[]));
CREATE POLICY ministry_ranks ON dossier FOR UPDATE TO guichet_ministry
  USING (filed_at IS NOT NULL AND ministry_id = ANY ((SELECT ministries_in_sight())::uuid[]))
  WITH CHECK (filed_at IS NOT NULL AND ministry_id = ANY ((SELECT ministries_in_sight())::uuid[]));

-- What a draft shown plans to spend, of a plan whose lines are not shown. Read as the owner.
CREATE FUNCTION planned_cost(dossier uuid) RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
RETURN (
  SELECT sum(line.amount)::bigint FROM dossier AS shown JOIN expense_line AS line ON line.dossier_id = shown.id
  WHERE shown.id = planned_cost.dossier AND shown.status = 'draft' AND shown.shown_to_dnum
    AND shown.ministry_id = ANY (ministries_in_sight()));
