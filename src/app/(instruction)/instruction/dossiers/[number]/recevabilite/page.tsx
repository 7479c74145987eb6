import type { Metadata } from "next";
import { checklist } from "@/domain/evaluation/admissibility";
import { AdmissibilityView } from "@/features/instruction/components/admissibility-view";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readAdmission } from "@/features/instruction/queries/admission";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { simulateFiled } from "@/server/filed-dossier";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Recevabilité – Dossier ${(await params).number}` };
}

export default async function AdmissibilityPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const [simulation, admission] = await Promise.all([
    simulateFiled(page.dossier.id),
    readAdmission(page),
  ]);
  const points = checklist(page.dossier.theme, simulation?.findings ?? []);
  return (
    <DossierFrame page={page} current="admissibility">
      <AdmissibilityView page={page} points={points} admission={admission} />
    </DossierFrame>
  );
}
