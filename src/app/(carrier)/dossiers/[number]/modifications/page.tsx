import type { Metadata } from "next";
import { parisDay } from "@/domain/calendar";
import { CHANGE_KINDS } from "@/domain/execution/changes";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { TeamChangesView } from "@/features/execution/components/changes-view";
import { NotOpened } from "@/features/execution/components/project-view";
import { TeamProjectPage } from "@/features/execution/components/team-page";
import { readChanges } from "@/features/execution/queries/changes";
import { readTeamProject } from "@/features/execution/queries/project";
import { routes } from "@/routes";
import { portalNow } from "@/server/clock";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ type?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Modifications – Dossier ${(await params).number}` };
}

export default async function ChangesPage({ params, searchParams }: Props) {
  const [{ number }, { type }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(routes.changes(number));
  const { project, may } = await orUnavailable(() => readTeamProject(actor, number));
  return (
    <TeamProjectPage
      number={number}
      title="Modifications"
      head={<DossierHead actor={actor} number={number} />}
    >
      {project ? (
        <TeamChangesView
          number={number}
          project={project}
          changes={await orUnavailable(() => readChanges(project.execution.dossier.id))}
          kind={CHANGE_KINDS.find((kind) => kind === type) ?? null}
          today={parisDay(await portalNow())}
          mayAsk={may("file")}
        />
      ) : (
        <NotOpened href={routes.dossier(number)} />
      )}
    </TeamProjectPage>
  );
}
