import type { Metadata } from "next";
import { ExaminedClosingView } from "@/features/execution/components/closing-view";
import { NotOpened } from "@/features/execution/components/project-view";
import { readClosing } from "@/features/execution/queries/closing";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { routes } from "@/routes";
import { executionOfDossier } from "@/server/executions";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Clôture – Dossier ${(await params).number}` };
}

export default async function ExaminedClosingPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const execution = await orUnavailable(() => executionOfDossier(page.dossier.id));
  return (
    <DossierFrame page={page} current="project" title="Clôture du projet">
      {execution ? (
        <ExaminedClosingView
          number={number}
          closing={await orUnavailable(() => readClosing(execution))}
          mayClose={page.may("close-execution")}
        />
      ) : (
        <NotOpened href={routes.instructionDossier(number)} />
      )}
    </DossierFrame>
  );
}
