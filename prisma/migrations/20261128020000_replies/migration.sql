-- AlterTable
ALTER TABLE "complement_item" ADD COLUMN     "written_at" TIMESTAMPTZ(3),
ADD COLUMN     "written_by_id" UUID;

-- AlterTable
ALTER TABLE "expectation" ADD COLUMN     "written_at" TIMESTAMPTZ(3),
ADD COLUMN     "written_by_id" UUID;

-- ---------------------------------------------------------------- an answer has its author

ALTER TABLE complement_item ADD CONSTRAINT complement_item_written CHECK (
  (written_by_id IS NULL) = (written_at IS NULL) AND (revision = 0 OR written_at IS NOT NULL));
ALTER TABLE expectation ADD CONSTRAINT expectation_written CHECK (
  (written_by_id IS NULL) = (written_at IS NULL) AND (revision = 0 OR written_at IS NOT NULL));
