import type { Metadata } from "next";
import { DecisionView } from "@/features/instruction/components/decision-view";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDecisionFacts } from "@/features/instruction/queries/decision";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readScores } from "@/features/instruction/queries/scores";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Décision – Dossier ${(await params).number}` };
}

export default async function DecisionPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const [facts, { aggregate }] = await Promise.all([
    readDecisionFacts(page),
    readScores(actor, page.dossier),
  ]);
  return (
    <DossierFrame page={page} current="decision">
      <DecisionView page={page} facts={facts} aggregate={aggregate} agentId={actor.agentId} />
    </DossierFrame>
  );
}
