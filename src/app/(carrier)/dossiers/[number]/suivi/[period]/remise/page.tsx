import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ofPeriod } from "@/domain/execution/periods";
import { ReportPage } from "@/features/follow-up/components/report-page";
import { HandInView } from "@/features/follow-up/components/report-view";
import { readReport } from "@/features/follow-up/queries/report";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string; period: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Remettre le compte rendu – Dossier ${(await params).number}` };
}

export default async function ReportHandInPage({ params }: Props) {
  const { number, period } = await params;
  const actor = await requireActor(routes.reportHandIn(number, period));
  const report = await orUnavailable(() => readReport(actor, "carrier", number, period));
  if (report.handedIn) redirect(routes.report(number, period));
  if (!report.mayWrite) notFound();
  return (
    <ReportPage report={report} as="carrier" title={`Remettre le compte rendu ${ofPeriod(period)}`}>
      <HandInView report={report} />
    </ReportPage>
  );
}
