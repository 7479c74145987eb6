import type { Metadata } from "next";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { JuryScoresView } from "@/features/instruction/components/jury-scores-view";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readScores } from "@/features/instruction/queries/scores";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Notation – Dossier ${(await params).number}` };
}

export default async function ScoresPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const scores = await readScores(actor, page.dossier);
  return (
    <DossierFrame page={page} current="scores">
      <JuryScoresView {...scores} slug={page.dossier.theme.slug} />
    </DossierFrame>
  );
}
