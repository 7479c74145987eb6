import type { Metadata } from "next";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { TeamProjectLinks } from "@/features/execution/components/project-links";
import { NotOpened, ProjectView } from "@/features/execution/components/project-view";
import { readGains } from "@/features/execution/queries/gains";
import { readTeamProject } from "@/features/execution/queries/project";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Le projet – Dossier ${(await params).number}` };
}

export default async function ProjectPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.project(number));
  const { project } = await orUnavailable(() => readTeamProject(actor, number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Le projet"
      />
      <DossierHead actor={actor} number={number} />
      <h1 className="fr-h3">Le projet</h1>
      {project ? (
        <ProjectView
          project={project}
          gains={await orUnavailable(() => readGains(project.execution.dossier.id))}
          phaseHref={(position) => routes.phase(number, position)}
        >
          <TeamProjectLinks number={number} />
        </ProjectView>
      ) : (
        <NotOpened href={routes.dossier(number)} />
      )}
    </>
  );
}
