import type { Metadata } from "next";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { FiledDossierView } from "@/features/instruction/components/filed-dossier";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readFiledDossier, simulateFiled } from "@/server/filed-dossier";
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
  const [filed, simulation] = await Promise.all([
    readFiledDossier(page.dossier.id),
    simulateFiled(page.dossier.id),
  ]);
  return (
    <DossierFrame page={page} current="dossier">
      <FiledDossierView page={page} filed={filed} simulation={simulation} />
    </DossierFrame>
  );
}
