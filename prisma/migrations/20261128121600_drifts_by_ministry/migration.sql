-- The next run of the job writes them again, by ministry.
DELETE FROM "drift_figure";

-- AlterTable
ALTER TABLE "drift_figure" DROP CONSTRAINT "drift_figure_pkey",
ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN "ministry_id" UUID,
ADD CONSTRAINT "drift_figure_pkey" PRIMARY KEY ("id");

-- CreateIndex
CREATE INDEX "drift_figure_quarter_theme_code_idx" ON "drift_figure"("quarter", "theme_code");
