-- CreateIndex
CREATE INDEX "credit_account_last_moved_on_dossier_id_idx" ON "credit_account"("last_moved_on", "dossier_id");
