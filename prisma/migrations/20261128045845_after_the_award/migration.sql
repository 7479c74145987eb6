-- CreateTable
CREATE TABLE "operating_unit" (
    "id" UUID NOT NULL,
    "ministry_id" UUID NOT NULL,
    "bop" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "received_ae" BIGINT NOT NULL DEFAULT 0,
    "received_cp" BIGINT NOT NULL DEFAULT 0,
    "entrusted_ae" BIGINT NOT NULL DEFAULT 0,
    "entrusted_cp" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "operating_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_account" (
    "dossier_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "received_ae" BIGINT NOT NULL DEFAULT 0,
    "received_cp" BIGINT NOT NULL DEFAULT 0,
    "committed_ae" BIGINT NOT NULL DEFAULT 0,
    "paid_cp" BIGINT NOT NULL DEFAULT 0,
    "returned_ae" BIGINT NOT NULL DEFAULT 0,
    "returned_cp" BIGINT NOT NULL DEFAULT 0,
    "last_moved_on" DATE,
    "dormant_told_at" TIMESTAMPTZ(3),

    CONSTRAINT "credit_account_pkey" PRIMARY KEY ("dossier_id","unit_id")
);

-- CreateTable
CREATE TABLE "credit_movement" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "dossier_id" UUID,
    "ae" BIGINT NOT NULL DEFAULT 0,
    "cp" BIGINT NOT NULL DEFAULT 0,
    "reference" TEXT NOT NULL DEFAULT '',
    "label" TEXT NOT NULL DEFAULT '',
    "on_day" DATE NOT NULL,
    "proposal_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "credit_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_proposal" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "dossier_id" UUID,
    "ae" BIGINT NOT NULL DEFAULT 0,
    "cp" BIGINT NOT NULL DEFAULT 0,
    "reference" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "credit_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounting_import" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "imported_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "accounting_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounting_line" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "movement_id" UUID,

    CONSTRAINT "accounting_line_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateTable
CREATE TABLE "execution" (
    "dossier_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "baseline" INTEGER NOT NULL DEFAULT 1,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "suspended_at" TIMESTAMPTZ(3),
    "evaluation" TEXT NOT NULL DEFAULT '',
    "lessons" TEXT NOT NULL DEFAULT '',
    "closing_asked_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "execution_pkey" PRIMARY KEY ("dossier_id")
);

-- CreateTable
CREATE TABLE "baseline" (
    "dossier_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "request_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "baseline_pkey" PRIMARY KEY ("dossier_id","version")
);

-- CreateTable
CREATE TABLE "execution_phase" (
    "dossier_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "grant" BIGINT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "milestone" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'to-come',
    "funded_at" TIMESTAMPTZ(3),
    "passed_at" TIMESTAMPTZ(3),

    CONSTRAINT "execution_phase_pkey" PRIMARY KEY ("dossier_id","position")
);

-- CreateTable
CREATE TABLE "phase_crossing" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "measures" JSONB NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "reason" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "phase_crossing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligation" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL DEFAULT '',
    "due_on" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "reminded_at" TIMESTAMPTZ(3),
    "alerted_at" TIMESTAMPTZ(3),
    "dropped_at" TIMESTAMPTZ(3),

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_report" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "suggested_weather" TEXT,
    "weather" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "spent" BIGINT,
    "budget_drift" INTEGER,
    "calendar_drift" INTEGER,
    "written_by_id" UUID,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "progress_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_correction" (
    "report_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "report_correction_pkey" PRIMARY KEY ("report_id","position")
);

-- CreateTable
CREATE TABLE "change_request" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'requested',
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gain" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "promised" BIGINT NOT NULL,
    "proven" BIGINT,
    "method" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "level" TEXT,
    "proven_on" DATE,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "gain_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "operating_unit_code_key" ON "operating_unit"("code");

-- CreateIndex
CREATE UNIQUE INDEX "operating_unit_ministry_id_bop_nature_key" ON "operating_unit"("ministry_id", "bop", "nature");

-- CreateIndex
CREATE INDEX "credit_account_unit_id_idx" ON "credit_account"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_movement_proposal_id_key" ON "credit_movement"("proposal_id");

-- CreateIndex
CREATE INDEX "credit_movement_unit_id_at_idx" ON "credit_movement"("unit_id", "at");

-- CreateIndex
CREATE INDEX "credit_movement_dossier_id_at_idx" ON "credit_movement"("dossier_id", "at");

-- CreateIndex
CREATE INDEX "credit_proposal_status_proposed_at_idx" ON "credit_proposal"("status", "proposed_at");

-- CreateIndex
CREATE UNIQUE INDEX "accounting_import_fingerprint_key" ON "accounting_import"("fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "accounting_line_movement_id_key" ON "accounting_line"("movement_id");

-- CreateIndex
CREATE INDEX "accounting_line_key_idx" ON "accounting_line"("key");

-- CreateIndex
CREATE UNIQUE INDEX "execution_decision_id_key" ON "execution"("decision_id");

-- CreateIndex
CREATE INDEX "execution_ends_on_idx" ON "execution"("ends_on");

-- CreateIndex
CREATE UNIQUE INDEX "baseline_request_id_key" ON "baseline"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "phase_crossing_dossier_id_position_attempt_key" ON "phase_crossing"("dossier_id", "position", "attempt");

-- CreateIndex
CREATE INDEX "obligation_due_on_idx" ON "obligation"("due_on");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_dossier_id_kind_period_due_on_key" ON "obligation"("dossier_id", "kind", "period", "due_on");

-- CreateIndex
CREATE INDEX "progress_report_period_idx" ON "progress_report"("period");

-- CreateIndex
CREATE UNIQUE INDEX "progress_report_dossier_id_period_key" ON "progress_report"("dossier_id", "period");

-- CreateIndex
CREATE UNIQUE INDEX "change_request_dossier_id_number_key" ON "change_request"("dossier_id", "number");

-- CreateIndex
CREATE INDEX "gain_dossier_id_idx" ON "gain"("dossier_id");

-- AddForeignKey
ALTER TABLE "operating_unit" ADD CONSTRAINT "operating_unit_ministry_id_fkey" FOREIGN KEY ("ministry_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_account" ADD CONSTRAINT "credit_account_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_account" ADD CONSTRAINT "credit_account_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "operating_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_movement" ADD CONSTRAINT "credit_movement_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "operating_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_movement" ADD CONSTRAINT "credit_movement_dossier_id_unit_id_fkey" FOREIGN KEY ("dossier_id", "unit_id") REFERENCES "credit_account"("dossier_id", "unit_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_movement" ADD CONSTRAINT "credit_movement_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "credit_proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_proposal" ADD CONSTRAINT "credit_proposal_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "operating_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_proposal" ADD CONSTRAINT "credit_proposal_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounting_line" ADD CONSTRAINT "accounting_line_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "accounting_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounting_line" ADD CONSTRAINT "accounting_line_movement_id_fkey" FOREIGN KEY ("movement_id") REFERENCES "credit_movement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "execution" ADD CONSTRAINT "execution_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "execution" ADD CONSTRAINT "execution_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "execution"("dossier_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "change_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "execution_phase" ADD CONSTRAINT "execution_phase_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "execution"("dossier_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase_crossing" ADD CONSTRAINT "phase_crossing_dossier_id_position_fkey" FOREIGN KEY ("dossier_id", "position") REFERENCES "execution_phase"("dossier_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "execution"("dossier_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_report" ADD CONSTRAINT "progress_report_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "execution"("dossier_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_correction" ADD CONSTRAINT "report_correction_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "execution"("dossier_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gain" ADD CONSTRAINT "gain_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "execution"("dossier_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what no command may break

ALTER TABLE execution ADD CONSTRAINT execution_days CHECK (starts_on <= ends_on);
ALTER TABLE execution ADD CONSTRAINT execution_closed CHECK ((closed_at IS NULL) = (closed_by_id IS NULL));
ALTER TABLE baseline ADD CONSTRAINT baseline_version CHECK (version >= 1 AND (version = 1) = (request_id IS NULL));
ALTER TABLE execution_phase ADD CONSTRAINT execution_phase_status CHECK (
  status IN ('to-come', 'current', 'submitted', 'released', 'withheld')
  AND (status = 'to-come') = (funded_at IS NULL) AND (status = 'released') = (passed_at IS NOT NULL));
ALTER TABLE execution_phase ADD CONSTRAINT execution_phase_amount CHECK ("grant" >= 0 AND starts_on <= ends_on AND position >= 1);
ALTER TABLE phase_crossing ADD CONSTRAINT phase_crossing_decided CHECK (
  status IN ('proposed', 'released', 'withheld')
  AND (status = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)
  AND (status <> 'withheld' OR reason <> '') AND decided_by_id IS DISTINCT FROM requested_by_id);
CREATE UNIQUE INDEX phase_crossing_one_proposed ON phase_crossing (dossier_id) WHERE status = 'proposed';
ALTER TABLE progress_report ADD CONSTRAINT progress_report_status CHECK (
  status IN ('draft', 'submitted', 'corrected') AND (status = 'draft') = (submitted_at IS NULL)
  AND (submitted_at IS NULL OR weather IS NOT NULL AND spent IS NOT NULL));
ALTER TABLE progress_report ADD CONSTRAINT progress_report_weather CHECK (
  weather IN ('secure', 'reachable', 'help-needed', 'compromised')
  AND suggested_weather IN ('secure', 'reachable', 'help-needed', 'compromised'));
ALTER TABLE change_request ADD CONSTRAINT change_request_kind CHECK (
  kind IN ('amount', 'delay', 'scope', 'partner', 'suspension', 'resumption', 'abandonment'));
ALTER TABLE change_request ADD CONSTRAINT change_request_answered CHECK (
  status IN ('requested', 'accepted', 'refused', 'withdrawn')
  AND (status = 'requested') = (answered_at IS NULL) AND (answered_at IS NULL) = (answered_by_id IS NULL)
  AND (status IN ('requested', 'withdrawn') OR answered_by_id <> requested_by_id)
  AND (status <> 'refused' OR answer <> ''));
CREATE UNIQUE INDEX change_request_one_open ON change_request (dossier_id) WHERE status = 'requested';
ALTER TABLE gain ADD CONSTRAINT gain_level CHECK (
  level IN ('declared', 'measured', 'audited') AND (proven IS NULL) = (level IS NULL)
  AND (proven IS NULL OR method <> '' AND source <> '' AND proven_on IS NOT NULL));

ALTER TABLE operating_unit ADD CONSTRAINT operating_unit_bop CHECK (bop IN ('DINUM', 'DITP') AND nature IN ('delegation', 'transfer'));
-- Nothing is entrusted that was not received, nothing committed nor paid beyond what is left.
ALTER TABLE operating_unit ADD CONSTRAINT operating_unit_adds_up CHECK (
  0 <= entrusted_ae AND entrusted_ae <= received_ae AND 0 <= entrusted_cp AND entrusted_cp <= received_cp);
ALTER TABLE credit_account ADD CONSTRAINT credit_account_adds_up CHECK (
  0 <= returned_ae AND 0 <= committed_ae AND committed_ae <= received_ae - returned_ae
  AND 0 <= returned_cp AND 0 <= paid_cp AND paid_cp <= received_cp - returned_cp AND paid_cp <= committed_ae);
ALTER TABLE credit_movement ADD CONSTRAINT credit_movement_kind CHECK (
  CASE kind
    WHEN 'delegation' THEN dossier_id IS NULL
    WHEN 'withdrawal' THEN dossier_id IS NULL
    WHEN 'allocation' THEN dossier_id IS NOT NULL
    WHEN 'return' THEN dossier_id IS NOT NULL
    WHEN 'commitment' THEN dossier_id IS NOT NULL AND cp = 0 AND reference <> ''
    WHEN 'payment' THEN dossier_id IS NOT NULL AND ae = 0
    ELSE false
  END AND (ae <> 0 OR cp <> 0));
ALTER TABLE credit_proposal ADD CONSTRAINT credit_proposal_two_people CHECK (
  kind IN ('delegation', 'withdrawal', 'allocation', 'return', 'commitment', 'payment')
  AND status IN ('proposed', 'confirmed', 'refused', 'withdrawn')
  AND (status = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)
  AND (status NOT IN ('confirmed', 'refused') OR decided_by_id <> proposed_by_id)
  AND (status <> 'refused' OR answer <> ''));
ALTER TABLE accounting_line ADD CONSTRAINT accounting_line_outcome CHECK (
  outcome IN ('taken', 'known', 'refused') AND (outcome = 'taken') = (movement_id IS NOT NULL)
  AND (outcome <> 'refused' OR reason <> ''));
-- The same fact of the accounting is counted once, whatever the extracts that tell it.
CREATE UNIQUE INDEX accounting_line_one_taken ON accounting_line (key) WHERE outcome = 'taken';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON baseline
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_correction
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON credit_movement
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON accounting_import
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON accounting_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- The columns of a unit and of an account are the sums of their movements, checked when the transaction commits.
CREATE FUNCTION check_unit_movements(target uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT row(received_ae, received_cp, entrusted_ae, entrusted_cp) FROM operating_unit WHERE id = target)
     IS DISTINCT FROM (
       SELECT row(
         coalesce(sum(CASE kind WHEN 'delegation' THEN ae WHEN 'withdrawal' THEN -ae END), 0)::bigint,
         coalesce(sum(CASE kind WHEN 'delegation' THEN cp WHEN 'withdrawal' THEN -cp END), 0)::bigint,
         coalesce(sum(CASE kind WHEN 'allocation' THEN ae WHEN 'return' THEN -ae END), 0)::bigint,
         coalesce(sum(CASE kind WHEN 'allocation' THEN cp WHEN 'return' THEN -cp END), 0)::bigint)
       FROM credit_movement WHERE unit_id = target) THEN
    RAISE EXCEPTION 'Operating unit % differs from its movements', target;
  END IF;
END $$;
CREATE FUNCTION check_account_movements(of_dossier uuid, of_unit uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT row(received_ae, received_cp, committed_ae, paid_cp, returned_ae, returned_cp) FROM credit_account
      WHERE dossier_id = of_dossier AND unit_id = of_unit)
     IS DISTINCT FROM (
       SELECT row(
         coalesce(sum(ae) FILTER (WHERE kind = 'allocation'), 0)::bigint,
         coalesce(sum(cp) FILTER (WHERE kind = 'allocation'), 0)::bigint,
         coalesce(sum(ae) FILTER (WHERE kind = 'commitment'), 0)::bigint,
         coalesce(sum(cp) FILTER (WHERE kind = 'payment'), 0)::bigint,
         coalesce(sum(ae) FILTER (WHERE kind = 'return'), 0)::bigint,
         coalesce(sum(cp) FILTER (WHERE kind = 'return'), 0)::bigint)
       FROM credit_movement WHERE dossier_id = of_dossier AND unit_id = of_unit) THEN
    RAISE EXCEPTION 'Account of dossier % in unit % differs from its movements', of_dossier, of_unit;
  END IF;
END $$;
CREATE FUNCTION check_credit_movements() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(NEW);
BEGIN
  IF TG_TABLE_NAME = 'operating_unit' THEN
    PERFORM check_unit_movements(NEW.id);
  ELSE
    PERFORM check_unit_movements(NEW.unit_id);
    IF changed ->> 'dossier_id' IS NOT NULL THEN
      PERFORM check_account_movements((changed ->> 'dossier_id')::uuid, NEW.unit_id);
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER unit_equals_movements AFTER INSERT OR UPDATE ON operating_unit
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_movements();
CREATE CONSTRAINT TRIGGER account_equals_movements AFTER INSERT OR UPDATE ON credit_account
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_movements();
CREATE CONSTRAINT TRIGGER movements_equal_account AFTER INSERT ON credit_movement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_movements();

-- The shares of the phases are the grant of the baseline in force, to the cent; a project without phases has none.
CREATE FUNCTION check_phase_shares() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  target uuid := (to_jsonb(NEW) ->> 'dossier_id')::uuid;
  shares bigint := (SELECT sum("grant") FROM execution_phase WHERE dossier_id = target);
BEGIN
  IF shares IS NOT NULL AND shares <> (
    SELECT (b.content ->> 'grant')::bigint FROM execution e
    JOIN baseline b ON b.dossier_id = e.dossier_id AND b.version = e.baseline WHERE e.dossier_id = target) THEN
    RAISE EXCEPTION 'The phases of dossier % do not share its grant', target;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER phases_share_grant AFTER INSERT OR UPDATE ON execution_phase
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_phase_shares();
CREATE CONSTRAINT TRIGGER grant_is_shared AFTER UPDATE ON execution
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_phase_shares();

-- A phase is funded only once the milestone of the one before it is accepted (Livret l.760, l.812).
CREATE FUNCTION check_phase_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.funded_at IS NOT NULL AND EXISTS (
    SELECT FROM execution_phase WHERE dossier_id = NEW.dossier_id AND position < NEW.position AND status <> 'released') THEN
    RAISE EXCEPTION 'Phase % of dossier % is funded before the milestones of the former ones', NEW.position, NEW.dossier_id;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER phase_after_milestones AFTER INSERT OR UPDATE ON execution_phase
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_phase_order();

-- What the worker looks for each day.
CREATE INDEX obligation_waiting ON obligation (due_on) WHERE done_at IS NULL AND dropped_at IS NULL;
CREATE INDEX credit_proposal_waiting ON credit_proposal (proposed_at) WHERE status = 'proposed';
