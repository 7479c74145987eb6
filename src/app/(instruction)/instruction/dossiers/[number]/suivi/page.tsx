import type { Metadata } from "next";
import { OpeningView } from "@/features/execution/components/opening-view";
import { FollowerLinks } from "@/features/execution/components/project-links";
import { ProjectView } from "@/features/execution/components/project-view";
import { readChanges } from "@/features/execution/queries/changes";
import { readGains } from "@/features/execution/queries/gains";
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
          gains={await orUnavailable(() => readGains(page.dossier.id))}
          phaseHref={(position) => routes.examinedPhase(number, position)}
        >
          <FollowerLinks
            number={number}
            changes={await orUnavailable(() => readChanges(page.dossier.id))}
            closingAskedAt={project.execution.closingAskedAt}
            closed={page.dossier.status === "closed"}
          />
        </ProjectView>
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
