-- AlterTable
ALTER TABLE "dossier" ADD COLUMN     "reserve_told_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "region" TEXT;

-- A code of two digits, as INSEE gives them (11, 84, 06).
ALTER TABLE organisation ADD CONSTRAINT organisation_region CHECK (region ~ '^[0-9]{2}$');
ALTER TABLE dossier ADD CONSTRAINT dossier_reserve_told CHECK (reserve_told_at IS NULL OR status = 'reserve');
