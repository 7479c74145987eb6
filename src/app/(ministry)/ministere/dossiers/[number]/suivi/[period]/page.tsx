import type { Metadata } from "next";
import { ofPeriod } from "@/domain/execution/periods";
import { ReportPage } from "@/features/follow-up/components/report-page";
import { HandedInReport } from "@/features/follow-up/components/report-view";
import { readReport } from "@/features/follow-up/queries/report";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string; period: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Compte rendu – Dossier ${(await params).number}` };
}

export default async function FollowedReportPage({ params }: Props) {
  const [actor, { number, period }] = await Promise.all([requireActor(), params]);
  const report = await orUnavailable(() => readReport(actor, "ministry", number, period));
  return (
    <ReportPage report={report} as="ministry" title={`Compte rendu ${ofPeriod(period)}`}>
      <HandedInReport report={report} mayCorrect={false} />
    </ReportPage>
  );
}
