import type { Metadata } from "next";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { TeamClosingView } from "@/features/execution/components/closing-view";
import { NotOpened } from "@/features/execution/components/project-view";
import { TeamProjectPage } from "@/features/execution/components/team-page";
import { readClosing } from "@/features/execution/queries/closing";
import { readTeamProject } from "@/features/execution/queries/project";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Clôture – Dossier ${(await params).number}` };
}

export default async function ClosingPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.closing(number));
  const { project, may } = await orUnavailable(() => readTeamProject(actor, number));
  return (
    <TeamProjectPage
      number={number}
      title="Clôture du projet"
      head={<DossierHead actor={actor} number={number} />}
    >
      {project ? (
        <TeamClosingView
          number={number}
          closing={await orUnavailable(() => readClosing(project.execution))}
          mayAsk={may("file")}
        />
      ) : (
        <NotOpened href={routes.dossier(number)} />
      )}
    </TeamProjectPage>
  );
}
