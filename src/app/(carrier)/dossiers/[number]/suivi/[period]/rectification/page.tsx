import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ofPeriod } from "@/domain/execution/periods";
import { ReportPage } from "@/features/follow-up/components/report-page";
import { CorrectionView } from "@/features/follow-up/components/report-view";
import { readReport } from "@/features/follow-up/queries/report";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string; period: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Rectifier un compte rendu – Dossier ${(await params).number}` };
}

export default async function ReportCorrectionPage({ params }: Props) {
  const { number, period } = await params;
  const actor = await requireActor(routes.reportCorrection(number, period));
  const report = await orUnavailable(() => readReport(actor, "carrier", number, period));
  if (!report.mayWrite) notFound();
  if (!report.handedIn) redirect(routes.report(number, period));
  return (
    <ReportPage
      report={report}
      as="carrier"
      title={`Rectifier le compte rendu ${ofPeriod(period)}`}
    >
      <CorrectionView report={report} />
    </ReportPage>
  );
}
