-- ---------------------------------------------------------------- envelopes within envelopes

-- An envelope is never within itself, however many levels away.
CREATE FUNCTION refuse_envelope_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM envelope WHERE id = NEW.parent_id
      UNION
      SELECT envelope.id, envelope.parent_id FROM envelope JOIN above ON envelope.id = above.parent_id)
    SELECT FROM above WHERE id = NEW.id) THEN
    RAISE EXCEPTION 'Envelope % is within itself', NEW.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER envelope_no_cycle BEFORE INSERT OR UPDATE OF parent_id ON envelope
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION refuse_envelope_cycle();

-- An envelope that covers several themes (BOP) is known by its name.
CREATE UNIQUE INDEX envelope_of_no_theme ON envelope (label) WHERE theme_code IS NULL;

-- What a decision takes from an envelope, or gives back, it takes from the one above it too: all levels or none, checked
-- when the transaction commits. It never gives back more than it took.
CREATE FUNCTION check_envelope_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong uuid;
BEGIN
  SELECT entry.decision_id INTO wrong
  FROM ledger_entry entry JOIN envelope ON envelope.id = entry.envelope_id
  WHERE envelope.id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid
    AND (TG_TABLE_NAME = 'envelope' OR entry.decision_id = (to_jsonb(NEW) ->> 'decision_id')::uuid)
  GROUP BY entry.decision_id, envelope.parent_id
  HAVING sum(entry.amount) < 0
    OR envelope.parent_id IS NOT NULL AND sum(entry.amount) <> (
      SELECT coalesce(sum(above.amount), 0) FROM ledger_entry above
      WHERE above.decision_id = entry.decision_id AND above.envelope_id = envelope.parent_id)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'Decision % is not on every level of its envelopes', wrong;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_on_every_level AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_envelope_chain('envelope_id');
CREATE CONSTRAINT TRIGGER envelope_on_every_level AFTER INSERT OR UPDATE OF parent_id ON envelope
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_envelope_chain('id');
