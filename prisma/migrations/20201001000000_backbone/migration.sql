-- The portal's clock: the database's own, plus a demonstration offset that production never sets.
-- clock_timestamp(), not now(): a transaction that waited for a lock must read the time at which it goes on.
CREATE FUNCTION guichet_now() RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN date_trunc('milliseconds', clock_timestamp() + make_interval(secs => coalesce(
    (SELECT value::double precision / 1000 FROM setting WHERE key = 'clock-offset-ms'), 0)));
END $$;

-- `2021-000421`: the year of creation in Paris, then a counter that never goes back.
CREATE SEQUENCE dossier_number_seq;
CREATE FUNCTION next_dossier_number() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN to_char(guichet_now() AT TIME ZONE 'Europe/Paris', 'YYYY') || '-'
    || lpad(nextval('dossier_number_seq')::text, 6, '0');
END $$;

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "siret" TEXT NOT NULL,
    "parent_id" UUID,
    "ministry_id" UUID,
    "dnum_id" UUID,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent" (
    "id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "usual_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "organisation_id" UUID,
    "claimed_siret" TEXT,
    "claimed_organisation" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "agent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "agent_id" UUID NOT NULL,
    "idp_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "agent_id" UUID NOT NULL,
    "id_token" TEXT,
    "acr" TEXT,
    "amr" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "theme_code" TEXT,
    "ministry_id" UUID,
    "reason" TEXT NOT NULL,
    "granted_by_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme_version" (
    "theme_code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "form_version" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "theme_version_pkey" PRIMARY KEY ("theme_code","version")
);

-- CreateTable
CREATE TABLE "envelope" (
    "id" UUID NOT NULL,
    "theme_code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "total" BIGINT NOT NULL,
    "committed" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "envelope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call" (
    "id" UUID NOT NULL,
    "theme_code" TEXT NOT NULL,
    "theme_version" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "announced" TEXT,
    "monthly_rounds" BOOLEAN NOT NULL DEFAULT false,
    "envelope_id" UUID NOT NULL,

    CONSTRAINT "call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "jury_on" DATE NOT NULL,

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL,
    "envelope_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL DEFAULT next_dossier_number(),
    "project_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "round_id" UUID,
    "theme_code" TEXT NOT NULL,
    "theme_version" INTEGER NOT NULL,
    "form_version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 0,
    "carrier_id" UUID NOT NULL,
    "ministry_id" UUID,
    "plan_revision" INTEGER NOT NULL DEFAULT 0,
    "requested_grant" BIGINT,
    "total" BIGINT,
    "base" BIGINT,
    "computed_grant" BIGINT,
    "verdict" TEXT,
    "director_opinion" TEXT,
    "director_opinion_at" TIMESTAMPTZ(3),
    "set_aside_motive" TEXT,
    "filed_at" TIMESTAMPTZ(3),
    "notified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "dossier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_member" (
    "dossier_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "access" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "dossier_member_pkey" PRIMARY KEY ("dossier_id","agent_id")
);

-- CreateTable
CREATE TABLE "co_carrier" (
    "dossier_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "co_carrier_pkey" PRIMARY KEY ("dossier_id","organisation_id")
);

-- CreateTable
CREATE TABLE "answer" (
    "dossier_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "agent_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "answer_pkey" PRIMARY KEY ("dossier_id","field")
);

-- CreateTable
CREATE TABLE "answer_revision" (
    "dossier_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "agent_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "answer_revision_pkey" PRIMARY KEY ("dossier_id","field","revision")
);

-- CreateTable
CREATE TABLE "expense_line" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "typed_amount" TEXT NOT NULL,
    "tax" TEXT NOT NULL,
    "tax_rate" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "seat_in_france" BOOLEAN,
    "innovative" BOOLEAN,
    "non_european_licence" BOOLEAN NOT NULL DEFAULT false,
    "amount" BIGINT,

    CONSTRAINT "expense_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment_acceptance" (
    "dossier_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "agent_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "commitment_acceptance_pkey" PRIMARY KEY ("dossier_id","key")
);

-- CreateTable
CREATE TABLE "filing" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "idempotency_key" UUID NOT NULL,
    "body_hash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "agent_id" UUID NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "agent_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jury_session" (
    "id" UUID NOT NULL,
    "theme_code" TEXT NOT NULL,
    "call_id" UUID NOT NULL,
    "round_id" UUID,
    "label" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'preparing',
    "scoring_closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "jury_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_item" (
    "session_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "heard_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_item_pkey" PRIMARY KEY ("session_id","dossier_id")
);

-- CreateTable
CREATE TABLE "juror_assignment" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "juror_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'assigned',
    "ground" TEXT,
    "assigned_by_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "juror_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score_sheet" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "private_notes" TEXT NOT NULL DEFAULT '',
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "score_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score" (
    "sheet_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "value" INTEGER,
    "justification" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "score_pkey" PRIMARY KEY ("sheet_id","criterion")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "amount" BIGINT,
    "computed_grant" BIGINT NOT NULL,
    "motive" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "returned_reason" TEXT,
    "notified_at" TIMESTAMPTZ(3),

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_chain" (
    "key" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_line" (
    "chain" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_line_pkey" PRIMARY KEY ("chain","sequence")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient_id" UUID NOT NULL,
    "dossier_id" UUID,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_siret_key" ON "organisation"("siret");

-- CreateIndex
CREATE INDEX "organisation_ministry_id_idx" ON "organisation"("ministry_id");

-- CreateIndex
CREATE INDEX "agent_organisation_id_idx" ON "agent"("organisation_id");

-- CreateIndex
CREATE INDEX "identity_agent_id_idx" ON "identity"("agent_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_issuer_subject_key" ON "identity"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_agent_id_idx" ON "session"("agent_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "role_grant_agent_id_idx" ON "role_grant"("agent_id");

-- CreateIndex
CREATE INDEX "role_grant_role_theme_code_idx" ON "role_grant"("role", "theme_code");

-- CreateIndex
CREATE INDEX "envelope_theme_code_idx" ON "envelope"("theme_code");

-- CreateIndex
CREATE UNIQUE INDEX "call_theme_code_key_key" ON "call"("theme_code", "key");

-- CreateIndex
CREATE UNIQUE INDEX "round_call_id_month_key" ON "round"("call_id", "month");

-- CreateIndex
CREATE INDEX "ledger_entry_envelope_id_idx" ON "ledger_entry"("envelope_id");

-- CreateIndex
CREATE INDEX "ledger_entry_decision_id_idx" ON "ledger_entry"("decision_id");

-- CreateIndex
CREATE INDEX "project_organisation_id_idx" ON "project"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_number_key" ON "dossier"("number");

-- CreateIndex
CREATE INDEX "dossier_theme_code_filed_at_id_idx" ON "dossier"("theme_code", "filed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "dossier_theme_code_status_filed_at_id_idx" ON "dossier"("theme_code", "status", "filed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "dossier_ministry_id_filed_at_id_idx" ON "dossier"("ministry_id", "filed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "dossier_carrier_id_idx" ON "dossier"("carrier_id");

-- CreateIndex
CREATE INDEX "dossier_call_id_idx" ON "dossier"("call_id");

-- CreateIndex
CREATE INDEX "dossier_project_id_idx" ON "dossier"("project_id");

-- CreateIndex
CREATE INDEX "dossier_member_agent_id_idx" ON "dossier_member"("agent_id");

-- CreateIndex
CREATE UNIQUE INDEX "expense_line_dossier_id_position_key" ON "expense_line"("dossier_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "filing_idempotency_key_key" ON "filing"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "filing_dossier_id_version_key" ON "filing"("dossier_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "file_storage_key_key" ON "file"("storage_key");

-- CreateIndex
CREATE INDEX "file_dossier_id_idx" ON "file"("dossier_id");

-- CreateIndex
CREATE INDEX "jury_session_theme_code_held_on_idx" ON "jury_session"("theme_code", "held_on");

-- CreateIndex
CREATE INDEX "session_item_dossier_id_idx" ON "session_item"("dossier_id");

-- CreateIndex
CREATE INDEX "juror_assignment_juror_id_status_idx" ON "juror_assignment"("juror_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "juror_assignment_dossier_id_juror_id_key" ON "juror_assignment"("dossier_id", "juror_id");

-- CreateIndex
CREATE UNIQUE INDEX "score_sheet_assignment_id_key" ON "score_sheet"("assignment_id");

-- CreateIndex
CREATE INDEX "decision_dossier_id_idx" ON "decision"("dossier_id");

-- CreateIndex
CREATE INDEX "audit_line_actor_id_at_idx" ON "audit_line"("actor_id", "at");

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_ministry_id_fkey" FOREIGN KEY ("ministry_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_dnum_id_fkey" FOREIGN KEY ("dnum_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent" ADD CONSTRAINT "agent_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_ministry_id_fkey" FOREIGN KEY ("ministry_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_theme_code_theme_version_fkey" FOREIGN KEY ("theme_code", "theme_version") REFERENCES "theme_version"("theme_code", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_envelope_id_fkey" FOREIGN KEY ("envelope_id") REFERENCES "envelope"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_envelope_id_fkey" FOREIGN KEY ("envelope_id") REFERENCES "envelope"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_carrier_id_fkey" FOREIGN KEY ("carrier_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_ministry_id_fkey" FOREIGN KEY ("ministry_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_member" ADD CONSTRAINT "dossier_member_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_member" ADD CONSTRAINT "dossier_member_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "co_carrier" ADD CONSTRAINT "co_carrier_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "co_carrier" ADD CONSTRAINT "co_carrier_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_revision" ADD CONSTRAINT "answer_revision_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expense_line" ADD CONSTRAINT "expense_line_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_acceptance" ADD CONSTRAINT "commitment_acceptance_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jury_session" ADD CONSTRAINT "jury_session_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jury_session" ADD CONSTRAINT "jury_session_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_item" ADD CONSTRAINT "session_item_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "jury_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_item" ADD CONSTRAINT "session_item_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "juror_assignment" ADD CONSTRAINT "juror_assignment_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "juror_assignment" ADD CONSTRAINT "juror_assignment_juror_id_fkey" FOREIGN KEY ("juror_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "juror_assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "score_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- closed lists

ALTER TABLE organisation ADD CONSTRAINT organisation_kind CHECK (kind IN ('ministry', 'central-administration',
  'business-directorate', 'dnum', 'deconcentrated-service', 'state-operator', 'public-laboratory', 'local-authority'));
ALTER TABLE organisation ADD CONSTRAINT organisation_siret CHECK (siret ~ '^[0-9]{14}$');
ALTER TABLE organisation ADD CONSTRAINT organisation_of_a_ministry CHECK (kind <> 'ministry' OR ministry_id IS NULL);

ALTER TABLE role_grant ADD CONSTRAINT role_grant_role CHECK (role IN ('administrator', 'theme-owner', 'instructor',
  'juror', 'chair', 'secretary', 'dnum', 'auditor'));
ALTER TABLE role_grant ADD CONSTRAINT role_grant_scope CHECK (
  (role = 'dnum') = (ministry_id IS NOT NULL) AND (role NOT IN ('dnum', 'auditor', 'administrator') OR theme_code IS NULL));
ALTER TABLE role_grant ADD CONSTRAINT role_grant_period CHECK (ends_at IS NULL OR ends_at > starts_at);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_by_another CHECK (granted_by_id IS NULL OR granted_by_id <> agent_id);

ALTER TABLE "call" ADD CONSTRAINT call_kind CHECK (kind IN ('guichet', 'aap'));
ALTER TABLE "call" ADD CONSTRAINT call_period CHECK (closes_at IS NULL OR opens_at IS NOT NULL AND closes_at > opens_at);
ALTER TABLE "call" ADD CONSTRAINT call_dated_or_announced CHECK (opens_at IS NOT NULL OR announced IS NOT NULL);
ALTER TABLE round ADD CONSTRAINT round_month CHECK (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$');

ALTER TABLE dossier ADD CONSTRAINT dossier_status CHECK (status IN ('draft', 'filed', 'complement-requested',
  'admissible', 'under-review', 'heard', 'scored', 'reserve', 'accepted', 'refused', 'set-aside', 'redirected',
  'to-be-presented-again', 'withdrawn', 'in-execution', 'closed'));
ALTER TABLE dossier_member ADD CONSTRAINT dossier_member_access CHECK (access IN ('lead', 'write', 'read'));
ALTER TABLE expense_line ADD CONSTRAINT expense_line_nature CHECK (nature IN ('', 'T2', 'T3'));
ALTER TABLE expense_line ADD CONSTRAINT expense_line_tax CHECK (tax IN ('', 'TTC', 'HT'));
ALTER TABLE file ADD CONSTRAINT file_status CHECK (status IN ('waiting', 'analysed', 'infected'));
ALTER TABLE jury_session ADD CONSTRAINT jury_session_status CHECK (status IN ('preparing', 'scoring', 'closed'));
ALTER TABLE juror_assignment ADD CONSTRAINT juror_assignment_status CHECK (status IN ('assigned', 'recused', 'abstained'));
ALTER TABLE juror_assignment ADD CONSTRAINT juror_assignment_ended CHECK (
  (status = 'assigned') = (ended_at IS NULL) AND (status = 'assigned' OR ground IS NOT NULL));
ALTER TABLE decision ADD CONSTRAINT decision_outcome CHECK (outcome IN ('accepted', 'refused', 'set-aside',
  'redirected', 'to-be-presented-again'));
ALTER TABLE decision ADD CONSTRAINT decision_status CHECK (status IN ('proposed', 'confirmed', 'returned'));
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_kind CHECK (kind IN ('award', 'release'));

-- ---------------------------------------------------------------- money

ALTER TABLE envelope ADD CONSTRAINT envelope_total CHECK (total >= 0);
-- The last line of defence: whatever the command does, an envelope is never overspent.
ALTER TABLE envelope ADD CONSTRAINT envelope_never_overspent CHECK (committed BETWEEN 0 AND total);
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_sign CHECK (
  (kind = 'award' AND amount > 0) OR (kind = 'release' AND amount < 0));
ALTER TABLE expense_line ADD CONSTRAINT expense_line_amount CHECK (amount IS NULL OR amount >= 0);
ALTER TABLE expense_line ADD CONSTRAINT expense_line_position CHECK (position >= 0);
ALTER TABLE dossier ADD CONSTRAINT dossier_amounts CHECK (
  requested_grant >= 0 AND computed_grant >= 0 AND computed_grant <= base AND base <= total);
ALTER TABLE file ADD CONSTRAINT file_size CHECK (size >= 0);

-- ---------------------------------------------------------------- dossier

-- A dossier that has left its draft has been filed, with its amounts, and the other way round.
ALTER TABLE dossier ADD CONSTRAINT dossier_filed CHECK ((status = 'draft') = (filed_at IS NULL));
ALTER TABLE dossier ADD CONSTRAINT dossier_filed_amounts CHECK (filed_at IS NULL OR total IS NOT NULL);
ALTER TABLE dossier ADD CONSTRAINT dossier_set_aside_motive CHECK (
  status <> 'set-aside' OR set_aside_motive IS NOT NULL);
ALTER TABLE dossier ADD CONSTRAINT dossier_opinion CHECK (
  (director_opinion IS NULL) = (director_opinion_at IS NULL));
CREATE UNIQUE INDEX dossier_one_lead ON dossier_member (dossier_id) WHERE access = 'lead';

CREATE FUNCTION refuse_change_of_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A dossier never changes its number';
END $$;
CREATE TRIGGER dossier_number_is_final BEFORE UPDATE ON dossier
  FOR EACH ROW WHEN (OLD.number IS DISTINCT FROM NEW.number) EXECUTE FUNCTION refuse_change_of_number();

-- A status never moves without its version: whoever forgets server/transition.ts is stopped here.
CREATE FUNCTION refuse_silent_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A status changes with the version of its dossier';
END $$;
CREATE TRIGGER dossier_status_moves_with_version BEFORE UPDATE ON dossier
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status AND NEW.version <> OLD.version + 1)
  EXECUTE FUNCTION refuse_silent_status();

-- ---------------------------------------------------------------- scores and decisions

ALTER TABLE score ADD CONSTRAINT score_value CHECK (value BETWEEN 0 AND 5);
ALTER TABLE decision ADD CONSTRAINT decision_two_people CHECK (confirmed_by_id <> proposed_by_id);
ALTER TABLE decision ADD CONSTRAINT decision_confirmed CHECK (
  (status = 'confirmed') = (confirmed_at IS NOT NULL) AND (confirmed_at IS NULL) = (confirmed_by_id IS NULL));
ALTER TABLE decision ADD CONSTRAINT decision_returned CHECK ((status = 'returned') = (returned_reason IS NOT NULL));
ALTER TABLE decision ADD CONSTRAINT decision_amount CHECK (
  CASE WHEN outcome = 'accepted' THEN amount > 0 AND amount <= computed_grant ELSE amount IS NULL END);
ALTER TABLE decision ADD CONSTRAINT decision_notified CHECK (notified_at IS NULL OR status = 'confirmed');
-- One decision lives on a dossier at a time; a returned one gives way to the next.
CREATE UNIQUE INDEX decision_one_live ON decision (dossier_id) WHERE status <> 'returned';
-- One award per decision.
CREATE UNIQUE INDEX ledger_entry_one_award ON ledger_entry (decision_id) WHERE kind = 'award';

-- A submitted sheet is final: its scores neither change, appear nor vanish.
CREATE FUNCTION refuse_change_of_submitted_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM score_sheet WHERE id = coalesce(NEW.sheet_id, OLD.sheet_id) AND submitted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'A submitted score sheet is final';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_of_submitted_sheet BEFORE INSERT OR UPDATE OR DELETE ON score
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submitted_sheet();

CREATE FUNCTION refuse_reopening_of_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A submitted score sheet is final';
END $$;
CREATE TRIGGER score_sheet_is_final BEFORE UPDATE ON score_sheet
  FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION refuse_reopening_of_sheet();

-- ---------------------------------------------------------------- append-only tables

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON filing
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON answer_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- What an envelope has committed is the sum of its ledger, checked when the transaction commits.
CREATE FUNCTION check_envelope_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  target uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
BEGIN
  IF (SELECT committed FROM envelope WHERE id = target)
     <> (SELECT coalesce(sum(amount), 0) FROM ledger_entry WHERE envelope_id = target) THEN
    RAISE EXCEPTION 'Envelope % differs from its ledger', target;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER envelope_equals_ledger AFTER INSERT OR UPDATE OF committed ON envelope
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_envelope_ledger('id');
CREATE CONSTRAINT TRIGGER ledger_equals_envelope AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_envelope_ledger('envelope_id');

-- The worker's queue: what is still to send, oldest first.
CREATE INDEX outbox_mail_waiting ON outbox_mail (next_attempt_at) WHERE sent_at IS NULL;
