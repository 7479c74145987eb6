import type { Metadata } from "next";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { LetterView } from "@/features/instruction/components/letter-view";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readLetterPage } from "@/features/instruction/queries/letter";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Lettre – Dossier ${(await params).number}` };
}

export default async function LetterPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const letter = await readLetterPage(page);
  return (
    <DossierFrame page={page} current="letter">
      <LetterView page={page} found={letter} />
    </DossierFrame>
  );
}
