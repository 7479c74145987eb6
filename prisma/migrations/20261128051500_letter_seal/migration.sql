-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "letter_seal" TEXT;

-- ---------------------------------------------------------------- a letter is sealed once, when it is notified

ALTER TABLE decision ADD CONSTRAINT decision_letter_seal CHECK (
  letter_seal IS NULL OR notified_at IS NOT NULL AND letter_seal ~ '^[0-9a-f]{64}$');
CREATE FUNCTION refuse_change_of_sealed_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.letter_seal, NEW.outcome, NEW.amount, NEW.motive, NEW.strengths, NEW.weaknesses, NEW.confirmed_at, NEW.notified_at)
    IS DISTINCT FROM
    (OLD.letter_seal, OLD.outcome, OLD.amount, OLD.motive, OLD.strengths, OLD.weaknesses, OLD.confirmed_at, OLD.notified_at) THEN
    RAISE EXCEPTION 'What a sealed letter says never changes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER letter_is_sealed BEFORE UPDATE ON decision
  FOR EACH ROW WHEN (OLD.letter_seal IS NOT NULL) EXECUTE FUNCTION refuse_change_of_sealed_letter();
