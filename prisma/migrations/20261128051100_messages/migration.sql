-- Nothing wrote messages before: the table is empty, and every row says its theme from now on.

-- DropIndex
DROP INDEX "dossier_message_dossier_id_at_idx";

-- AlterTable
ALTER TABLE "dossier_message" ADD COLUMN     "theme_code" TEXT NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "dossier_message_dossier_id_at_key" ON "dossier_message"("dossier_id", "at");
