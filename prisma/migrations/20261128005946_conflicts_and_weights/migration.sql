-- AlterTable
ALTER TABLE "juror_assignment" ADD COLUMN     "ended_by_id" UUID;

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- A recusal alone is imposed by somebody; a rule imposes the others.
ALTER TABLE juror_assignment ADD CONSTRAINT juror_assignment_imposed CHECK (ended_by_id IS NULL OR status = 'recused');

-- A call that is open keeps the weights its dossiers were announced.
CREATE FUNCTION refuse_weights_of_open_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "call" WHERE id = coalesce(NEW.call_id, OLD.call_id) AND opens_at <= guichet_now()) THEN
    RAISE EXCEPTION 'The weights of an open call are frozen';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER call_weight_is_frozen BEFORE INSERT OR UPDATE OR DELETE ON call_weight
  FOR EACH ROW EXECUTE FUNCTION refuse_weights_of_open_call();
