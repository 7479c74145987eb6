import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { RecusalForm } from "@/features/instruction/components/recusal-form";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readJurors } from "@/features/instruction/queries/jurors";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string; assignment: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Déporter un juré – Dossier ${(await params).number}` };
}

export default async function RecusalPage({ params }: Props) {
  const [actor, { number, assignment }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const { jurors } = await readJurors(actor, page.dossier);
  const juror = jurors.find(({ assignmentId }) => assignmentId === assignment);
  if (juror?.status !== "assigned" || !page.may("impose-recusal")) notFound();
  return (
    <DossierFrame page={page} current="jurors" title={`Déporter ${juror.name}`}>
      <p>
        {juror.name} ({juror.organisation}) ne verra plus rien de ce dossier. Sa fiche, même remise,
        ne comptera pas.
      </p>
      <RecusalForm number={number} assignment={assignment} name={juror.name} />
    </DossierFrame>
  );
}
