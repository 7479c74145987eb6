-- CreateTable
CREATE TABLE "drift_figure" (
    "quarter" TEXT NOT NULL,
    "theme_code" TEXT NOT NULL,
    "projects" INTEGER NOT NULL,
    "planned" BIGINT NOT NULL,
    "estimated" BIGINT NOT NULL,
    "planned_days" INTEGER NOT NULL,
    "later_days" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT guichet_now(),

    CONSTRAINT "drift_figure_pkey" PRIMARY KEY ("quarter","theme_code")
);
