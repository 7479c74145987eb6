-- AlterTable
-- A dossier set aside before any decision is appealed against too.
ALTER TABLE "appeal" ALTER COLUMN "decision_id" DROP NOT NULL;

-- Whoever proposed or confirmed a decision never examines nor decides the appeal against it.
CREATE FUNCTION refuse_own_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM decision WHERE id = NEW.decision_id
      AND (proposed_by_id IN (NEW.proposed_by_id, NEW.decided_by_id)
        OR confirmed_by_id IN (NEW.proposed_by_id, NEW.decided_by_id))) THEN
    RAISE EXCEPTION 'An appeal is examined by others than those who decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appeal_examined_by_others BEFORE INSERT OR UPDATE ON appeal
  FOR EACH ROW EXECUTE FUNCTION refuse_own_appeal();
