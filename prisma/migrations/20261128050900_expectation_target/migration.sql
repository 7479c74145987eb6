-- AlterTable
ALTER TABLE "expectation" ADD COLUMN     "target" TEXT;

-- ---------------------------------------------------------------- what is expected is written once

ALTER TABLE expectation ADD CONSTRAINT expectation_bounds CHECK (
  position BETWEEN 1 AND 10 AND btrim(body) <> '' AND char_length(body) <= 2000 AND char_length(target) <= 80);

-- The carrier answers what was decided: only its answer changes.
CREATE FUNCTION expectation_is_asked_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.decision_id, NEW.position, NEW.body, NEW.target)
    IS DISTINCT FROM (OLD.decision_id, OLD.position, OLD.body, OLD.target) THEN
    RAISE EXCEPTION 'What a decision expects never changes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER expectation_is_asked_once BEFORE UPDATE ON expectation FOR EACH ROW
  EXECUTE FUNCTION expectation_is_asked_once();
