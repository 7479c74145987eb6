-- AlterTable
ALTER TABLE "execution" ADD COLUMN     "unused" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "phase_crossing" ADD COLUMN     "files" JSONB NOT NULL DEFAULT '[]';
