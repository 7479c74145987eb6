import type { Metadata } from "next";
import { OpeningView } from "@/features/execution/components/opening-view";
import { ProjectView } from "@/features/execution/components/project-view";
import { readOpening } from "@/features/execution/queries/opening";
import { readProject } from "@/features/execution/queries/project";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Suivi du projet – Dossier ${(await params).number}` };
}

export default async function FollowedProjectPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const project = await orUnavailable(() => readProject(page.dossier.id));
  return (
    <DossierFrame page={page} current="project">
      {project ? (
        <ProjectView
          project={project}
          phaseHref={(position) => routes.examinedPhase(number, position)}
        />
      ) : (
        <OpeningView
          number={number}
          {...(await orUnavailable(() => readOpening(page.dossier)))}
          mayOpen={page.may("open-execution")}
          now={page.now}
        />
      )}
    </DossierFrame>
  );
}
