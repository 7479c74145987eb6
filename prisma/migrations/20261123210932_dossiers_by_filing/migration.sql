-- The list of the instruction and of the auditor, newest first, for whoever holds several themes.
CREATE INDEX "dossier_filed_at_id_idx" ON "dossier"("filed_at" DESC, "id" DESC);
