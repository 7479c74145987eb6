-- AlterTable
ALTER TABLE "dossier" ADD COLUMN     "first_expiry_notice_at" TIMESTAMPTZ(3),
ADD COLUMN     "second_expiry_notice_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "expense_line" ADD COLUMN     "annual_cost" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "months" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "time_share" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "file" ADD COLUMN     "completed_at" TIMESTAMPTZ(3),
ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_scan_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "pieces" TEXT[],
ADD COLUMN     "received" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "refusal" TEXT,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "scanned_at" TIMESTAMPTZ(3),
ALTER COLUMN "sha256" SET DEFAULT '',
ALTER COLUMN "status" SET DEFAULT 'receiving';

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "visa_days" INTEGER;

-- A mail of the outbox becomes a fact told to a person: what waits to be sent is kept.
ALTER TABLE "outbox_mail" RENAME TO "notification";
ALTER TABLE "notification" RENAME CONSTRAINT "outbox_mail_pkey" TO "notification_pkey";
ALTER TABLE "notification" ALTER COLUMN "recipient_id" DROP NOT NULL,
ADD COLUMN     "address" TEXT,
ADD COLUMN     "by_mail" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "once_key" TEXT,
ADD COLUMN     "read_at" TIMESTAMPTZ(3);
DROP INDEX outbox_mail_waiting;
-- The count of the header, at each page of whoever is signed in.
CREATE INDEX notification_unread ON notification (recipient_id) WHERE read_at IS NULL;
CREATE INDEX notification_to_send ON notification (next_attempt_at) WHERE sent_at IS NULL AND by_mail;

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "access" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by_id" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_presence" (
    "dossier_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dossier_presence_pkey" PRIMARY KEY ("dossier_id","agent_id")
);

-- CreateTable
CREATE TABLE "dossier_comment" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "field" TEXT,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "dossier_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visa" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "ministry_id" UUID NOT NULL,
    "requirement" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'awaited',
    "message" TEXT NOT NULL DEFAULT '',
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),
    "tacit_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "given_by_id" UUID,
    "given_at" TIMESTAMPTZ(3),

    CONSTRAINT "visa_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "co_financer" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "typed_amount" TEXT NOT NULL,
    "certainty" TEXT NOT NULL,
    "amount" BIGINT,

    CONSTRAINT "co_financer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_refusal" (
    "agent_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "mail_refusal_pkey" PRIMARY KEY ("agent_id","kind")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "observatory_procedure" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ministry" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "observatory_procedure_pkey" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_dossier_id_idx" ON "invitation"("dossier_id");

-- CreateIndex
CREATE INDEX "dossier_comment_dossier_id_at_idx" ON "dossier_comment"("dossier_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "visa_dossier_id_key" ON "visa"("dossier_id");

-- CreateIndex
CREATE INDEX "visa_ministry_id_status_requested_at_idx" ON "visa"("ministry_id", "status", "requested_at");

-- CreateIndex
CREATE INDEX "visa_status_tacit_at_idx" ON "visa"("status", "tacit_at");

-- CreateIndex
CREATE UNIQUE INDEX "co_financer_dossier_id_position_key" ON "co_financer"("dossier_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "notification_once_key_key" ON "notification"("once_key");

-- CreateIndex
CREATE INDEX "notification_recipient_id_created_at_id_idx" ON "notification"("recipient_id", "created_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_presence" ADD CONSTRAINT "dossier_presence_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_comment" ADD CONSTRAINT "dossier_comment_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visa" ADD CONSTRAINT "visa_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visa" ADD CONSTRAINT "visa_ministry_id_fkey" FOREIGN KEY ("ministry_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "co_financer" ADD CONSTRAINT "co_financer_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_refusal" ADD CONSTRAINT "mail_refusal_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- closed lists and bounds

ALTER TABLE organisation ADD CONSTRAINT organisation_visa_days CHECK (visa_days BETWEEN 1 AND 60);

-- `file` may file in the lead's name; the lead stays one person.
ALTER TABLE dossier_member DROP CONSTRAINT dossier_member_access;
ALTER TABLE dossier_member ADD CONSTRAINT dossier_member_access CHECK (access IN ('lead', 'file', 'write', 'read'));
ALTER TABLE invitation ADD CONSTRAINT invitation_access CHECK (access IN ('file', 'write', 'read'));
ALTER TABLE invitation ADD CONSTRAINT invitation_ended CHECK (
  (accepted_at IS NULL) = (accepted_by_id IS NULL) AND (accepted_at IS NULL OR revoked_at IS NULL));
ALTER TABLE dossier_comment ADD CONSTRAINT dossier_comment_body CHECK (body <> '');
-- Told to an agent, or to an address that has no account yet.
ALTER TABLE notification ADD CONSTRAINT notification_recipient CHECK ((recipient_id IS NULL) <> (address IS NULL));

ALTER TABLE visa ADD CONSTRAINT visa_requirement CHECK (requirement IN ('information', 'joint-filing'));
ALTER TABLE visa ADD CONSTRAINT visa_status CHECK (status IN ('awaited', 'endorsement', 'reservation', 'objection',
  'recorded'));
-- A reservation and an objection say why; silence is nobody's act, any other answer is somebody's.
ALTER TABLE visa ADD CONSTRAINT visa_reason CHECK (status NOT IN ('reservation', 'objection') OR reason <> '');
ALTER TABLE visa ADD CONSTRAINT visa_given CHECK (
  (status = 'awaited') = (given_at IS NULL)
  AND (status NOT IN ('endorsement', 'reservation', 'objection') OR given_by_id IS NOT NULL));
-- Filed jointly, a dossier needs the DNUM's own act.
ALTER TABLE visa ADD CONSTRAINT visa_tacit CHECK (requirement = 'information' OR tacit_at IS NULL AND status <> 'recorded');

ALTER TABLE co_financer ADD CONSTRAINT co_financer_certainty CHECK (certainty IN ('', 'acquired', 'requested'));
ALTER TABLE co_financer ADD CONSTRAINT co_financer_amount CHECK (amount IS NULL OR amount >= 0);
ALTER TABLE co_financer ADD CONSTRAINT co_financer_position CHECK (position >= 0);

ALTER TABLE file DROP CONSTRAINT file_status;
ALTER TABLE file ADD CONSTRAINT file_status CHECK (status IN ('receiving', 'waiting', 'analysed', 'infected', 'refused'));
ALTER TABLE file ADD CONSTRAINT file_received CHECK (received BETWEEN 0 AND size);
-- Whatever left the reception has all its bytes and its hash; a refusal says why.
ALTER TABLE file ADD CONSTRAINT file_whole CHECK (
  status IN ('receiving', 'refused') OR received = size AND sha256 ~ '^[0-9a-f]{64}$' AND completed_at IS NOT NULL);
ALTER TABLE file ADD CONSTRAINT file_refusal CHECK ((status = 'refused') = (refusal IS NOT NULL));
CREATE INDEX file_to_scan ON file (next_scan_at) WHERE status = 'waiting';

-- A draft is withdrawn without ever having been filed; nothing else leaves the draft otherwise.
ALTER TABLE dossier DROP CONSTRAINT dossier_filed;
ALTER TABLE dossier ADD CONSTRAINT dossier_filed CHECK (
  CASE status WHEN 'draft' THEN filed_at IS NULL WHEN 'withdrawn' THEN true ELSE filed_at IS NOT NULL END);
ALTER TABLE dossier ADD CONSTRAINT dossier_expiry CHECK (
  second_expiry_notice_at IS NULL OR second_expiry_notice_at > first_expiry_notice_at);
