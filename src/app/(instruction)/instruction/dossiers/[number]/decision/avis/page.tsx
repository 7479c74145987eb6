import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { OpinionForm } from "@/features/instruction/components/reason-forms";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Avis du directeur de la DINUM – Dossier ${(await params).number}` };
}

export default async function OpinionPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  if (page.dossier.directorOpinion !== null) notFound();
  if (!page.may("record-director-opinion")) notFound();
  return (
    <DossierFrame page={page} current="decision" title="Avis du directeur de la DINUM">
      <p>Au-dessus de 9{"\u00A0"}M€, cet avis précède toute décision (action 6-2, l.118).</p>
      <OpinionForm number={number} />
    </DossierFrame>
  );
}
