-- AlterTable
ALTER TABLE "jury_session" DROP COLUMN "current_id",
ADD COLUMN     "convocation" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "session_item" ADD COLUMN     "presentation" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "slot_offers" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "vote" ADD COLUMN     "voided" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "deliberation_revision" (
    "session_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "agent_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "deliberation_revision_pkey" PRIMARY KEY ("session_id","dossier_id","revision")
);

-- CreateTable
CREATE TABLE "seal" (
    "fingerprint" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "seal_pkey" PRIMARY KEY ("fingerprint")
);

-- CreateIndex
CREATE INDEX "filing_fingerprint_idx" ON "filing"("fingerprint");

-- AddForeignKey
ALTER TABLE "deliberation_revision" ADD CONSTRAINT "deliberation_revision_session_id_dossier_id_fkey" FOREIGN KEY ("session_id", "dossier_id") REFERENCES "session_item"("session_id", "dossier_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- closed lists and bounds

ALTER TABLE jury_session ADD CONSTRAINT jury_session_convocation CHECK (convocation >= 0);
ALTER TABLE session_item ADD CONSTRAINT session_item_presentation CHECK (presentation >= 1 AND position >= 1
  AND slot_offers >= 0 AND revision >= 0);
-- Refusing a slot says why; a slot is answered once it is offered.
ALTER TABLE session_item ADD CONSTRAINT session_item_offered CHECK (
  (slot_answer = 'none' OR slot_at IS NOT NULL) AND (slot_answer <> 'refused' OR slot_reason <> ''));
ALTER TABLE vote ADD CONSTRAINT vote_voided CHECK (NOT voided OR closed_at IS NOT NULL);
ALTER TABLE seal ADD CONSTRAINT seal_kind CHECK (kind IN ('minutes', 'letter') AND fingerprint ~ '^[0-9a-f]{64}$');

-- ---------------------------------------------------------------- votes

-- A ballot enters an open vote, with its choice unless the vote is secret.
CREATE FUNCTION check_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one vote%ROWTYPE;
BEGIN
  SELECT * INTO one FROM vote WHERE id = NEW.vote_id;
  IF one.closed_at IS NOT NULL THEN RAISE EXCEPTION 'A closed vote takes no ballot'; END IF;
  IF one.secret <> (NEW.choice IS NULL) THEN RAISE EXCEPTION 'A secret ballot alone has no choice'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ballot_of_its_vote BEFORE INSERT ON ballot FOR EACH ROW EXECUTE FUNCTION check_ballot();

-- What a vote counts is its ballots, checked when the transaction commits.
CREATE FUNCTION check_vote_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  target uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
BEGIN
  IF EXISTS (
    SELECT FROM vote LEFT JOIN ballot ON ballot.vote_id = vote.id WHERE vote.id = target GROUP BY vote.id
    HAVING in_favour + against + abstained <> count(ballot.vote_id)
      OR NOT secret AND (in_favour <> count(*) FILTER (WHERE choice = 'in-favour')
        OR against <> count(*) FILTER (WHERE choice = 'against'))) THEN
    RAISE EXCEPTION 'Vote % differs from its ballots', target;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER vote_equals_ballots AFTER INSERT OR UPDATE ON vote
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_vote_counts('id');
CREATE CONSTRAINT TRIGGER ballots_equal_vote AFTER INSERT ON ballot
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_vote_counts('vote_id');

-- ---------------------------------------------------------------- what has ended is final

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON deliberation_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- What happened in a sitting is written while it lasts.
CREATE FUNCTION refuse_after_sitting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM jury_session WHERE id = NEW.session_id AND ended_at IS NOT NULL) THEN
    RAISE EXCEPTION 'The sitting is over';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sitting_is_over BEFORE INSERT ON attendance_event
  FOR EACH ROW EXECUTE FUNCTION refuse_after_sitting();
CREATE TRIGGER sitting_is_over BEFORE INSERT OR UPDATE ON vote
  FOR EACH ROW EXECUTE FUNCTION refuse_after_sitting();
CREATE TRIGGER sitting_is_over BEFORE INSERT OR UPDATE ON consensus_score
  FOR EACH ROW EXECUTE FUNCTION refuse_after_sitting();
CREATE TRIGGER sitting_is_over BEFORE INSERT ON deliberation_revision
  FOR EACH ROW EXECUTE FUNCTION refuse_after_sitting();
CREATE TRIGGER sitting_is_over BEFORE UPDATE OF position, state, started_at, ended_at, deliberation, revision, slot_answer
  ON session_item FOR EACH ROW EXECUTE FUNCTION refuse_after_sitting();

CREATE FUNCTION refuse_change_of_sitting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.opened_at, OLD.ended_at, OLD.quorum, OLD.starts_at, OLD.held_on, OLD.place, OLD.label)
    IS DISTINCT FROM (NEW.opened_at, NEW.ended_at, NEW.quorum, NEW.starts_at, NEW.held_on, NEW.place, NEW.label) THEN
    RAISE EXCEPTION 'The sitting is over';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sitting_is_over BEFORE UPDATE ON jury_session
  FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_sitting();

-- Who signs minutes second signs what the first one signed.
CREATE FUNCTION refuse_change_of_signed_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.content, OLD.remarks) IS DISTINCT FROM (NEW.content, NEW.remarks) THEN
    RAISE EXCEPTION 'Signed minutes keep their words';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed_minutes_keep BEFORE UPDATE ON minutes FOR EACH ROW
  WHEN (OLD.secretary_signed_at IS NOT NULL OR OLD.chair_signed_at IS NOT NULL)
  EXECUTE FUNCTION refuse_change_of_signed_minutes();

-- ---------------------------------------------------------------- what the screens of a room ask for

-- The version of an open sitting is raised by whatever its screens show, whoever writes it. Deferred: a command locks
-- dossiers before their sittings, and two that wait for each other would both fail.
CREATE FUNCTION raise_live_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE jury_session SET live_version = live_version + 1
  WHERE id = NEW.session_id AND opened_at IS NOT NULL AND ended_at IS NULL;
  RETURN NULL;
END $$;

CREATE FUNCTION raise_live_version_of_dossier() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  target uuid;
BEGIN
  IF TG_TABLE_NAME = 'dossier' THEN target := NEW.id;
  ELSIF TG_TABLE_NAME = 'score_sheet' THEN
    SELECT dossier_id INTO target FROM juror_assignment WHERE id = NEW.assignment_id;
  ELSIF TG_TABLE_NAME = 'score_revision' THEN
    SELECT dossier_id INTO target FROM juror_assignment
    JOIN score_sheet ON score_sheet.assignment_id = juror_assignment.id WHERE score_sheet.id = NEW.sheet_id;
  ELSE target := NEW.dossier_id;
  END IF;
  UPDATE jury_session SET live_version = live_version + 1
  WHERE opened_at IS NOT NULL AND ended_at IS NULL
    AND id IN (SELECT session_id FROM session_item WHERE dossier_id = target);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER seen_in_the_room AFTER INSERT OR UPDATE ON session_item
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_live_version();
CREATE CONSTRAINT TRIGGER seen_in_the_room AFTER INSERT OR UPDATE ON session_member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_live_version();
CREATE CONSTRAINT TRIGGER seen_in_the_room AFTER INSERT ON attendance_event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_live_version();
CREATE CONSTRAINT TRIGGER seen_in_the_room AFTER INSERT OR UPDATE ON hearing_question
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_live_version();
CREATE CONSTRAINT TRIGGER seen_in_the_room AFTER INSERT OR UPDATE ON vote
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_live_version();
CREATE CONSTRAINT TRIGGER seen_in_the_room AFTER INSERT OR UPDATE ON consensus_score
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_live_version();
CREATE CONSTRAINT TRIGGER seen_in_the_room AFTER INSERT OR UPDATE ON juror_assignment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_live_version_of_dossier();
CREATE CONSTRAINT TRIGGER seen_in_the_room AFTER INSERT OR UPDATE ON decision
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_live_version_of_dossier();
CREATE CONSTRAINT TRIGGER seen_in_the_room AFTER UPDATE ON score_sheet
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.submitted_at IS DISTINCT FROM NEW.submitted_at)
  EXECUTE FUNCTION raise_live_version_of_dossier();
CREATE CONSTRAINT TRIGGER seen_in_the_room AFTER INSERT ON score_revision
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_live_version_of_dossier();
CREATE CONSTRAINT TRIGGER seen_in_the_room AFTER UPDATE ON dossier
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION raise_live_version_of_dossier();

CREATE FUNCTION raise_own_live_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.live_version := OLD.live_version + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER seen_in_the_room BEFORE UPDATE ON jury_session FOR EACH ROW
  WHEN (OLD.live_version = NEW.live_version AND OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION raise_own_live_version();
