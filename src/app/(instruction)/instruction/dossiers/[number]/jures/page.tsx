import type { Metadata } from "next";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { JurorsView } from "@/features/instruction/components/jurors-view";
import { readToday } from "@/features/instruction/queries/decision";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readJurors } from "@/features/instruction/queries/jurors";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Jurés – Dossier ${(await params).number}` };
}

export default async function JurorsPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const [jurors, today] = await Promise.all([readJurors(actor, page.dossier), readToday()]);
  return (
    <DossierFrame page={page} current="jurors">
      <JurorsView page={page} {...jurors} today={today} />
    </DossierFrame>
  );
}
