import "@/features/credits/credits.css";
import "@/features/work-list/work-list.css";
import type { Metadata } from "next";
import { CreditsSummary } from "@/features/credits/components/credits-summary";
import { readCreditsSummary } from "@/features/credits/queries/dossier";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { FiledDossierView } from "@/features/instruction/components/filed-dossier";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { FollowUpView } from "@/features/work-list/components/follow-up-view";
import { readFollowUp } from "@/features/work-list/queries/follow-up";
import { readFiledDossier, simulateFiled } from "@/server/filed-dossier";
import { readNewPresentation } from "@/server/filings";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Dossier ${(await params).number}` };
}

export default async function DossierPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const { id, presentation } = page.dossier;
  const [followUp, credits, filed, simulation, compared] = await Promise.all([
    readFollowUp(actor, page.dossier),
    readCreditsSummary(actor, number, "instruction"),
    readFiledDossier(id),
    simulateFiled(id),
    presentation > 1 ? readNewPresentation(id) : null,
  ]);
  return (
    <DossierFrame page={page} current="dossier">
      <FollowUpView followUp={followUp} />
      <CreditsSummary amounts={credits} />
      <FiledDossierView {...{ page, filed, simulation, compared }} />
    </DossierFrame>
  );
}
