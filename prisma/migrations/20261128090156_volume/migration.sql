-- DropIndex
DROP INDEX "dossier_member_agent_id_idx";

-- DropIndex
DROP INDEX "juror_assignment_juror_id_status_idx";

-- CreateIndex
CREATE INDEX "dossier_member_agent_id_dossier_id_idx" ON "dossier_member"("agent_id", "dossier_id");

-- CreateIndex
CREATE INDEX "juror_assignment_juror_id_status_dossier_id_idx" ON "juror_assignment"("juror_id", "status", "dossier_id");

-- The dossiers of a call that wait for a decision are counted and looked for without being read.
CREATE INDEX dossier_to_decide ON dossier (call_id, round_id, status, id) WHERE filed_at IS NOT NULL;

-- Those whose carrier waits for an answer: in the order of the list, and whose they are, the longest wait first.
DROP INDEX dossier_carrier_waits;
CREATE INDEX dossier_carrier_waits ON dossier (theme_code, filed_at DESC, id DESC) WHERE carrier_wrote_at IS NOT NULL;
CREATE INDEX dossier_carrier_waits_longest ON dossier (assignee_id, carrier_wrote_at) WHERE carrier_wrote_at IS NOT NULL;
