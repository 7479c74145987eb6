-- DropIndex
DROP INDEX "juror_assignment_dossier_id_juror_id_key";

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "motive_code" TEXT,
ADD COLUMN     "notify_at" TIMESTAMPTZ(3),
ADD COLUMN     "presentation" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "session_id" UUID,
ADD COLUMN     "strengths" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "weaknesses" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "dossier" ADD COLUMN     "assignee_id" UUID,
ADD COLUMN     "presentation" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "reserve_rank" INTEGER;

-- AlterTable
ALTER TABLE "envelope" ADD COLUMN     "parent_id" UUID,
ALTER COLUMN "theme_code" DROP NOT NULL;

-- AlterTable
ALTER TABLE "juror_assignment" ADD COLUMN     "presentation" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "jury_session" ADD COLUMN     "convened_at" TIMESTAMPTZ(3),
ADD COLUMN     "current_id" UUID,
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "envelope_id" UUID,
ADD COLUMN     "live_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "place" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "quorum" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "slot_minutes" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "starts_at" TIMESTAMPTZ(3),
ADD COLUMN     "turn_ends_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "fund_owner" TEXT;

-- AlterTable
ALTER TABLE "session_item" ADD COLUMN     "deliberation" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "slot_answer" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "slot_answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "slot_at" TIMESTAMPTZ(3),
ADD COLUMN     "slot_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "started_at" TIMESTAMPTZ(3),
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'waiting';

-- CreateTable
CREATE TABLE "expectation" (
    "decision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "expectation_pkey" PRIMARY KEY ("decision_id","position")
);

-- CreateTable
CREATE TABLE "arbitration_list" (
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "arbitration_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arbitration_line" (
    "list_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "answer" TEXT NOT NULL DEFAULT 'pending',
    "reason" TEXT NOT NULL DEFAULT '',
    "outcome_proposed" TEXT NOT NULL,
    "amount_proposed" BIGINT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "arbitration_line_pkey" PRIMARY KEY ("list_id","decision_id")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "grounds" TEXT NOT NULL,
    "filed_by_id" UUID NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "status" TEXT NOT NULL DEFAULT 'filed',
    "registered_by_id" UUID,
    "registered_at" TIMESTAMPTZ(3),
    "proposal" TEXT,
    "reasons" TEXT NOT NULL DEFAULT '',
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_label" (
    "dossier_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "agent_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "dossier_label_pkey" PRIMARY KEY ("dossier_id","name")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "internal_note" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "internal_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_message" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "agent_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "dossier_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_reading" (
    "dossier_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_reading_pkey" PRIMARY KEY ("dossier_id","agent_id")
);

-- CreateTable
CREATE TABLE "complement_request" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "filing_version" INTEGER,
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "complement_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complement_item" (
    "request_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "complement_item_pkey" PRIMARY KEY ("request_id","position")
);

-- CreateTable
CREATE TABLE "expert_opinion" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "readers" TEXT NOT NULL DEFAULT 'instruction',
    "token_hash" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'requested',
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "expert_id" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "choice" TEXT,
    "text" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "expert_opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "redirection" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "from_theme" TEXT NOT NULL,
    "from_theme_version" INTEGER NOT NULL,
    "from_form_version" INTEGER NOT NULL,
    "from_call_id" UUID NOT NULL,
    "to_theme" TEXT NOT NULL,
    "to_call_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "answer_reason" TEXT NOT NULL DEFAULT '',
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "redirection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instruction_view" (
    "dossier_id" UUID NOT NULL,
    "presentation" INTEGER NOT NULL,
    "administration" TEXT NOT NULL,
    "opinion" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "agent_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "instruction_view_pkey" PRIMARY KEY ("dossier_id","presentation","administration")
);

-- CreateTable
CREATE TABLE "session_member" (
    "session_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "convened_at" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT 'none',
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_member_pkey" PRIMARY KEY ("session_id","agent_id")
);

-- CreateTable
CREATE TABLE "attendance_event" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "present" BOOLEAN NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "attendance_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hearing_question" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "hearing_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "dossier_id" UUID,
    "question" TEXT NOT NULL,
    "secret" BOOLEAN NOT NULL DEFAULT false,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "in_favour" INTEGER NOT NULL DEFAULT 0,
    "against" INTEGER NOT NULL DEFAULT 0,
    "abstained" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot" (
    "vote_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "choice" TEXT,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("vote_id","agent_id")
);

-- CreateTable
CREATE TABLE "consensus_score" (
    "session_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "consensus_score_pkey" PRIMARY KEY ("session_id","dossier_id","criterion")
);

-- CreateTable
CREATE TABLE "minutes" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "remarks" TEXT NOT NULL DEFAULT '',
    "fingerprint" TEXT,
    "drawn_by_id" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "secretary_id" UUID,
    "secretary_signed_at" TIMESTAMPTZ(3),
    "chair_id" UUID,
    "chair_signed_at" TIMESTAMPTZ(3),
    "sealed_at" TIMESTAMPTZ(3),

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jury_membership" (
    "id" UUID NOT NULL,
    "theme_code" TEXT NOT NULL,
    "agent_id" UUID NOT NULL,
    "skills" TEXT[],
    "capacity" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'invited',
    "reason" TEXT NOT NULL DEFAULT '',
    "invited_by_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "answered_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "jury_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interest_declaration" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "interest_declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interest_link" (
    "declaration_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "nature" TEXT NOT NULL,
    "organisation_id" UUID,
    "name" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "ended_on" DATE,

    CONSTRAINT "interest_link_pkey" PRIMARY KEY ("declaration_id","position")
);

-- CreateTable
CREATE TABLE "score_revision" (
    "sheet_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "before" INTEGER NOT NULL,
    "after" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "score_revision_pkey" PRIMARY KEY ("sheet_id","criterion","revision")
);

-- CreateTable
CREATE TABLE "ranking" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "round_id" UUID,
    "name" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "ranking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ranking_row" (
    "ranking_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "amount" BIGINT,
    "place" TEXT NOT NULL DEFAULT 'ranked',

    CONSTRAINT "ranking_row_pkey" PRIMARY KEY ("ranking_id","dossier_id")
);

-- CreateTable
CREATE TABLE "ranking_move" (
    "ranking_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "agent_id" UUID NOT NULL,
    "change" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "ranking_move_pkey" PRIMARY KEY ("ranking_id","revision")
);

-- CreateTable
CREATE TABLE "call_weight" (
    "call_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "call_weight_pkey" PRIMARY KEY ("call_id","criterion")
);

-- CreateIndex
CREATE INDEX "arbitration_line_decision_id_idx" ON "arbitration_line"("decision_id");

-- CreateIndex
CREATE INDEX "appeal_dossier_id_idx" ON "appeal"("dossier_id");

-- CreateIndex
CREATE INDEX "dossier_label_name_idx" ON "dossier_label"("name");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_agent_id_name_key" ON "saved_view"("agent_id", "name");

-- CreateIndex
CREATE INDEX "internal_note_dossier_id_at_idx" ON "internal_note"("dossier_id", "at");

-- CreateIndex
CREATE INDEX "dossier_message_dossier_id_at_idx" ON "dossier_message"("dossier_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "complement_request_dossier_id_number_key" ON "complement_request"("dossier_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "expert_opinion_token_hash_key" ON "expert_opinion"("token_hash");

-- CreateIndex
CREATE INDEX "expert_opinion_dossier_id_idx" ON "expert_opinion"("dossier_id");

-- CreateIndex
CREATE INDEX "expert_opinion_expert_id_idx" ON "expert_opinion"("expert_id");

-- CreateIndex
CREATE INDEX "redirection_dossier_id_idx" ON "redirection"("dossier_id");

-- CreateIndex
CREATE INDEX "redirection_to_theme_status_idx" ON "redirection"("to_theme", "status");

-- CreateIndex
CREATE INDEX "session_member_agent_id_idx" ON "session_member"("agent_id");

-- CreateIndex
CREATE INDEX "attendance_event_session_id_at_idx" ON "attendance_event"("session_id", "at");

-- CreateIndex
CREATE INDEX "hearing_question_dossier_id_idx" ON "hearing_question"("dossier_id");

-- CreateIndex
CREATE INDEX "hearing_question_session_id_idx" ON "hearing_question"("session_id");

-- CreateIndex
CREATE INDEX "vote_session_id_idx" ON "vote"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_session_id_key" ON "minutes"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_fingerprint_key" ON "minutes"("fingerprint");

-- CreateIndex
CREATE INDEX "jury_membership_agent_id_idx" ON "jury_membership"("agent_id");

-- CreateIndex
CREATE UNIQUE INDEX "jury_membership_theme_code_agent_id_key" ON "jury_membership"("theme_code", "agent_id");

-- CreateIndex
CREATE INDEX "interest_declaration_agent_id_declared_at_idx" ON "interest_declaration"("agent_id", "declared_at" DESC);

-- CreateIndex
CREATE INDEX "interest_link_organisation_id_idx" ON "interest_link"("organisation_id");

-- CreateIndex
CREATE INDEX "ranking_call_id_round_id_idx" ON "ranking"("call_id", "round_id");

-- CreateIndex
CREATE INDEX "ranking_row_dossier_id_idx" ON "ranking_row"("dossier_id");

-- CreateIndex
CREATE INDEX "dossier_assignee_id_status_idx" ON "dossier"("assignee_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "juror_assignment_dossier_id_juror_id_presentation_key" ON "juror_assignment"("dossier_id", "juror_id", "presentation");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_fund_owner_key" ON "organisation"("fund_owner");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "jury_session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expectation" ADD CONSTRAINT "expectation_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arbitration_line" ADD CONSTRAINT "arbitration_line_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "arbitration_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arbitration_line" ADD CONSTRAINT "arbitration_line_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_label" ADD CONSTRAINT "dossier_label_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internal_note" ADD CONSTRAINT "internal_note_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_message" ADD CONSTRAINT "dossier_message_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_reading" ADD CONSTRAINT "message_reading_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complement_request" ADD CONSTRAINT "complement_request_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complement_item" ADD CONSTRAINT "complement_item_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "complement_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_opinion" ADD CONSTRAINT "expert_opinion_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_opinion" ADD CONSTRAINT "expert_opinion_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redirection" ADD CONSTRAINT "redirection_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instruction_view" ADD CONSTRAINT "instruction_view_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jury_session" ADD CONSTRAINT "jury_session_envelope_id_fkey" FOREIGN KEY ("envelope_id") REFERENCES "envelope"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_member" ADD CONSTRAINT "session_member_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "jury_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_member" ADD CONSTRAINT "session_member_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_event" ADD CONSTRAINT "attendance_event_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "jury_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing_question" ADD CONSTRAINT "hearing_question_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "jury_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing_question" ADD CONSTRAINT "hearing_question_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "jury_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consensus_score" ADD CONSTRAINT "consensus_score_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "jury_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consensus_score" ADD CONSTRAINT "consensus_score_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "jury_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jury_membership" ADD CONSTRAINT "jury_membership_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest_declaration" ADD CONSTRAINT "interest_declaration_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest_link" ADD CONSTRAINT "interest_link_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "interest_declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest_link" ADD CONSTRAINT "interest_link_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_revision" ADD CONSTRAINT "score_revision_sheet_id_criterion_fkey" FOREIGN KEY ("sheet_id", "criterion") REFERENCES "score"("sheet_id", "criterion") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ranking" ADD CONSTRAINT "ranking_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ranking" ADD CONSTRAINT "ranking_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ranking_row" ADD CONSTRAINT "ranking_row_ranking_id_fkey" FOREIGN KEY ("ranking_id") REFERENCES "ranking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ranking_row" ADD CONSTRAINT "ranking_row_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ranking_move" ADD CONSTRAINT "ranking_move_ranking_id_fkey" FOREIGN KEY ("ranking_id") REFERENCES "ranking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envelope" ADD CONSTRAINT "envelope_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "envelope"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_weight" ADD CONSTRAINT "call_weight_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- closed lists

ALTER TABLE organisation ADD CONSTRAINT organisation_fund_owner CHECK (fund_owner IN ('DINUM', 'DITP'));
ALTER TABLE call_weight ADD CONSTRAINT call_weight_weight CHECK (weight BETWEEN 1 AND 100);
ALTER TABLE dossier_message ADD CONSTRAINT dossier_message_side CHECK (side IN ('carrier', 'instruction'));
ALTER TABLE dossier_message ADD CONSTRAINT dossier_message_body CHECK (body <> '');
ALTER TABLE internal_note ADD CONSTRAINT internal_note_body CHECK (body <> '');
ALTER TABLE dossier_label ADD CONSTRAINT dossier_label_name CHECK (name <> '');
ALTER TABLE complement_request ADD CONSTRAINT complement_request_status CHECK (status IN ('open', 'answered', 'closed'));
ALTER TABLE complement_request ADD CONSTRAINT complement_request_ended CHECK (
  (status = 'open') = (ended_at IS NULL) AND (status = 'answered') = (filing_version IS NOT NULL)
  AND (status <> 'closed' OR ended_reason <> ''));
ALTER TABLE expert_opinion ADD CONSTRAINT expert_opinion_status CHECK (status IN ('requested', 'accepted', 'given',
  'declined', 'revoked'));
ALTER TABLE expert_opinion ADD CONSTRAINT expert_opinion_readers CHECK (readers IN ('instruction', 'jury'));
ALTER TABLE expert_opinion ADD CONSTRAINT expert_opinion_given CHECK (
  status <> 'given' OR expert_id IS NOT NULL AND choice IN ('favourable', 'reserved', 'unfavourable') AND text <> '');
ALTER TABLE expert_opinion ADD CONSTRAINT expert_opinion_ended CHECK (
  (status IN ('requested', 'accepted')) = (ended_at IS NULL));
ALTER TABLE redirection ADD CONSTRAINT redirection_status CHECK (status IN ('proposed', 'accepted', 'declined',
  'withdrawn', 'confirmed'));
ALTER TABLE redirection ADD CONSTRAINT redirection_elsewhere CHECK (from_theme <> to_theme AND reason <> '');
-- The theme that receives a dossier is not spoken for by whoever sends it.
ALTER TABLE redirection ADD CONSTRAINT redirection_two_people CHECK (answered_by_id <> proposed_by_id);
ALTER TABLE redirection ADD CONSTRAINT redirection_answered CHECK (
  (status IN ('accepted', 'declined', 'confirmed')) <= (answered_at IS NOT NULL)
  AND (status = 'confirmed') = (confirmed_at IS NOT NULL) AND (status <> 'declined' OR answer_reason <> ''));
ALTER TABLE instruction_view ADD CONSTRAINT instruction_view_administration CHECK (administration IN ('DINUM', 'DITP'));
ALTER TABLE instruction_view ADD CONSTRAINT instruction_view_opinion CHECK (
  opinion IN ('favourable', 'reserved', 'unfavourable') AND reasons <> '');

ALTER TABLE jury_session ADD CONSTRAINT jury_session_quorum CHECK (quorum BETWEEN 1 AND 50);
ALTER TABLE jury_session ADD CONSTRAINT jury_session_slot CHECK (slot_minutes BETWEEN 5 AND 240);
ALTER TABLE jury_session ADD CONSTRAINT jury_session_sitting CHECK (
  (opened_at IS NULL OR convened_at IS NOT NULL) AND (ended_at IS NULL OR opened_at IS NOT NULL));
ALTER TABLE session_item ADD CONSTRAINT session_item_slot CHECK (slot_answer IN ('none', 'confirmed', 'refused')
  AND (slot_answer = 'none') = (slot_answered_at IS NULL));
ALTER TABLE session_item ADD CONSTRAINT session_item_state CHECK (state IN ('waiting', 'current', 'done', 'adjourned'));
CREATE UNIQUE INDEX session_item_one_current ON session_item (session_id) WHERE state = 'current';
ALTER TABLE session_member ADD CONSTRAINT session_member_capacity CHECK (capacity IN ('juror', 'chair', 'secretary'));
ALTER TABLE session_member ADD CONSTRAINT session_member_answer CHECK (answer IN ('none', 'coming', 'not-coming')
  AND (answer = 'none') = (answered_at IS NULL));
ALTER TABLE hearing_question ADD CONSTRAINT hearing_question_body CHECK (body <> '');
ALTER TABLE hearing_question ADD CONSTRAINT hearing_question_answered CHECK (
  (answer = '') = (answered_at IS NULL) AND (answered_at IS NULL) = (answered_by_id IS NULL));
ALTER TABLE vote ADD CONSTRAINT vote_counts CHECK (question <> '' AND in_favour >= 0 AND against >= 0 AND abstained >= 0);
ALTER TABLE vote ADD CONSTRAINT vote_closed CHECK ((closed_at IS NULL) = (closed_by_id IS NULL));
-- One vote is open in a sitting at a time.
CREATE UNIQUE INDEX vote_one_open ON vote (session_id) WHERE closed_at IS NULL;
ALTER TABLE ballot ADD CONSTRAINT ballot_choice CHECK (choice IN ('in-favour', 'against', 'abstained'));
ALTER TABLE consensus_score ADD CONSTRAINT consensus_score_value CHECK (value BETWEEN 0 AND 5 AND reason <> '');
ALTER TABLE jury_membership ADD CONSTRAINT jury_membership_status CHECK (status IN ('invited', 'accepted', 'declined',
  'ended'));
ALTER TABLE jury_membership ADD CONSTRAINT jury_membership_capacity CHECK (capacity BETWEEN 1 AND 500);
ALTER TABLE interest_link ADD CONSTRAINT interest_link_nature CHECK (nature IN ('former-post', 'mandate', 'contract',
  'relative', 'other') AND name <> '');
ALTER TABLE score_revision ADD CONSTRAINT score_revision_values CHECK (before BETWEEN 0 AND 5 AND after BETWEEN 0 AND 5
  AND before <> after AND reason <> '' AND revision >= 1);
ALTER TABLE minutes ADD CONSTRAINT minutes_signed CHECK (
  (secretary_id IS NULL) = (secretary_signed_at IS NULL) AND (chair_id IS NULL) = (chair_signed_at IS NULL)
  AND secretary_id <> chair_id);
ALTER TABLE minutes ADD CONSTRAINT minutes_sealed CHECK (
  (sealed_at IS NULL) = (fingerprint IS NULL)
  AND (sealed_at IS NULL OR secretary_signed_at IS NOT NULL AND chair_signed_at IS NOT NULL));
ALTER TABLE ranking_row ADD CONSTRAINT ranking_row_place CHECK (place IN ('ranked', 'reserve', 'not-retained')
  AND rank >= 1 AND amount > 0);
-- One ranking is worked on per call and round; scenarios have a name of their own.
CREATE UNIQUE INDEX ranking_name ON ranking (call_id, coalesce(round_id, '00000000-0000-0000-0000-000000000000'), name);
ALTER TABLE arbitration_line ADD CONSTRAINT arbitration_line_answer CHECK (
  answer IN ('pending', 'confirmed', 'changed', 'returned') AND (answer = 'pending') = (answered_at IS NULL)
  AND (answered_at IS NULL) = (answered_by_id IS NULL) AND (answer NOT IN ('changed', 'returned') OR reason <> ''));
CREATE UNIQUE INDEX arbitration_line_one_pending ON arbitration_line (decision_id) WHERE answer = 'pending';
ALTER TABLE appeal ADD CONSTRAINT appeal_status CHECK (status IN ('filed', 'registered', 'proposed', 'upheld',
  'rejected', 'inadmissible') AND grounds <> '');
ALTER TABLE appeal ADD CONSTRAINT appeal_proposal CHECK (proposal IN ('upheld', 'rejected', 'inadmissible')
  AND (proposal IS NULL) = (proposed_by_id IS NULL) AND (proposal IS NULL OR reasons <> ''));
ALTER TABLE appeal ADD CONSTRAINT appeal_two_people CHECK (decided_by_id <> proposed_by_id);
ALTER TABLE appeal ADD CONSTRAINT appeal_decided CHECK (
  (status IN ('upheld', 'rejected', 'inadmissible')) = (decided_at IS NOT NULL)
  AND (decided_at IS NULL) = (decided_by_id IS NULL));
-- One appeal is under way at a time.
CREATE UNIQUE INDEX appeal_one_open ON appeal (dossier_id) WHERE decided_at IS NULL;
CREATE UNIQUE INDEX complement_request_one_open ON complement_request (dossier_id) WHERE status = 'open';
CREATE UNIQUE INDEX redirection_one_live ON redirection (dossier_id) WHERE status IN ('proposed', 'accepted');

-- ---------------------------------------------------------------- decisions and money

ALTER TABLE decision DROP CONSTRAINT decision_status;
ALTER TABLE decision ADD CONSTRAINT decision_status CHECK (status IN ('proposed', 'confirmed', 'returned', 'annulled',
  'superseded'));
-- A decision annulled, or of a former presentation, was confirmed, and stays so in the record.
ALTER TABLE decision DROP CONSTRAINT decision_confirmed;
ALTER TABLE decision ADD CONSTRAINT decision_confirmed CHECK (
  (status IN ('confirmed', 'annulled', 'superseded')) = (confirmed_at IS NOT NULL)
  AND (confirmed_at IS NULL) = (confirmed_by_id IS NULL));
ALTER TABLE decision DROP CONSTRAINT decision_notified;
ALTER TABLE decision ADD CONSTRAINT decision_notified CHECK (
  notified_at IS NULL OR status IN ('confirmed', 'annulled', 'superseded'));
DROP INDEX decision_one_live;
CREATE UNIQUE INDEX decision_one_live ON decision (dossier_id) WHERE status IN ('proposed', 'confirmed');
-- A new presentation ends what its former jury was entrusted with, without any conflict.
ALTER TABLE juror_assignment DROP CONSTRAINT juror_assignment_status;
ALTER TABLE juror_assignment ADD CONSTRAINT juror_assignment_status CHECK (status IN ('assigned', 'recused', 'abstained',
  'ended'));
ALTER TABLE juror_assignment DROP CONSTRAINT juror_assignment_ended;
ALTER TABLE juror_assignment ADD CONSTRAINT juror_assignment_ended CHECK (
  (status = 'assigned') = (ended_at IS NULL) AND (status IN ('assigned', 'ended') OR ground IS NOT NULL));
-- One award per decision, on each envelope it draws on.
DROP INDEX ledger_entry_one_award;
CREATE UNIQUE INDEX ledger_entry_one_award ON ledger_entry (decision_id, envelope_id) WHERE kind = 'award';
ALTER TABLE envelope ADD CONSTRAINT envelope_parent CHECK (parent_id <> id);
ALTER TABLE dossier ADD CONSTRAINT dossier_presentation CHECK (presentation >= 1);
ALTER TABLE dossier ADD CONSTRAINT dossier_reserve CHECK (reserve_rank IS NULL OR status = 'reserve' AND reserve_rank >= 1);

-- ---------------------------------------------------------------- append-only tables

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON internal_note
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dossier_message
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON attendance_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ballot
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON score_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON interest_declaration
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON interest_link
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- Sealed minutes are final; sealing them is the last change.
CREATE FUNCTION refuse_change_of_sealed_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Sealed minutes are final';
END $$;
CREATE TRIGGER minutes_are_final BEFORE UPDATE OR DELETE ON minutes
  FOR EACH ROW WHEN (OLD.sealed_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_sealed_minutes();

-- A closed vote keeps its counts.
CREATE FUNCTION refuse_change_of_closed_vote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A closed vote is final';
END $$;
CREATE TRIGGER vote_is_final BEFORE UPDATE OR DELETE ON vote
  FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_closed_vote();

-- Titles are compared by their trigrams, to find dossiers that look alike.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "dossier_title_trigrams" ON "dossier" USING GIN ("title" gin_trgm_ops);
