import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isPeriod, ofPeriod } from "@/domain/execution/periods";
import { ReportPage } from "@/features/follow-up/components/report-page";
import { HandedInReport, ReportDraft } from "@/features/follow-up/components/report-view";
import { readReport } from "@/features/follow-up/queries/report";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string; period: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, period } = await params;
  return {
    title: `Compte rendu ${isPeriod(period) ? ofPeriod(period) : ""} – Dossier ${number}`,
  };
}

export default async function PeriodReportPage({ params }: Props) {
  const { number, period } = await params;
  const actor = await requireActor(routes.report(number, period));
  const report = await orUnavailable(() => readReport(actor, "carrier", number, period));
  if (!report.handedIn && !report.mayWrite) notFound();
  return (
    <ReportPage report={report} as="carrier" title={`Compte rendu ${ofPeriod(period)}`}>
      {report.handedIn ? (
        <HandedInReport report={report} mayCorrect={report.mayWrite} />
      ) : (
        <ReportDraft report={report} agentId={actor.agentId} />
      )}
    </ReportPage>
  );
}
