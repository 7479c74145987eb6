import type { Metadata } from "next";
import { ExaminedAppeals } from "@/features/appeals/components/examined-appeals";
import { readAppeals } from "@/features/appeals/queries/appeals";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Recours – Dossier ${(await params).number}` };
}

export default async function ExaminedAppealPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const appeals = await readAppeals(actor, page.dossier);
  return (
    <DossierFrame page={page} current="appeal">
      <ExaminedAppeals number={number} appeals={appeals} may={page.may} />
    </DossierFrame>
  );
}
