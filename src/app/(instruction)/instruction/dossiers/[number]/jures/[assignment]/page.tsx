import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { JurorActs } from "@/features/instruction/components/juror-acts";
import { actsOn } from "@/features/instruction/components/jurors-view";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readJurors } from "@/features/instruction/queries/jurors";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string; assignment: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Reprendre ou déporter – Dossier ${(await params).number}` };
}

export default async function JurorPage({ params }: Props) {
  const [actor, { number, assignment }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const { jurors } = await readJurors(actor, page.dossier);
  const juror = jurors.find(({ assignmentId }) => assignmentId === assignment);
  const acts = actsOn(page);
  if (juror?.status !== "assigned" || !(acts.recuse || acts.release)) notFound();
  return (
    <DossierFrame page={page} current="jurors" title={juror.name}>
      <JurorActs number={number} juror={juror} acts={acts} />
    </DossierFrame>
  );
}
