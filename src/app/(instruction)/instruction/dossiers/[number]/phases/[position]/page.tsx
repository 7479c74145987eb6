import type { Metadata } from "next";
import { ExaminedPhaseView, phaseQuestion } from "@/features/execution/components/phase-views";
import { readPhase } from "@/features/execution/queries/phase";
import { readProject } from "@/features/execution/queries/project";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string; position: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, position } = await params;
  return { title: `Phase ${position} – Dossier ${number}` };
}

export default async function ExaminedPhasePage({ params }: Props) {
  const [actor, { number, position }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const details = await orUnavailable(async () =>
    readPhase(actor, await readProject(page.dossier.id), position),
  );
  const mayAnswer = page.may("release-phase") && page.dossier.status === "in-execution";
  return (
    <DossierFrame page={page} current="project" title={phaseQuestion(details)}>
      <ExaminedPhaseView number={number} details={details} mayAnswer={mayAnswer} />
    </DossierFrame>
  );
}
