import type { Metadata } from "next";
import { ofPeriod } from "@/domain/execution/periods";
import { consultReport } from "@/features/follow-up/commands/consult-report";
import { ReportPage } from "@/features/follow-up/components/report-page";
import { HandedInReport } from "@/features/follow-up/components/report-view";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string; period: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Compte rendu – Dossier ${(await params).number}` };
}

/** Each view of this page is one line of the general chain: its reading is the command that writes it. */
export default async function AuditedReportPage({ params }: Props) {
  const [actor, { number, period }] = await Promise.all([requireActor(), params]);
  const report = await orUnavailable(() => consultReport(actor, number, period));
  return (
    <ReportPage report={report} as="auditor" title={`Compte rendu ${ofPeriod(period)}`}>
      <p>Votre consultation est inscrite au journal.</p>
      <HandedInReport report={report} mayCorrect={false} />
    </ReportPage>
  );
}
