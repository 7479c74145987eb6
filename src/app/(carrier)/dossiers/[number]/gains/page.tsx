import type { Metadata } from "next";
import { parisDay } from "@/domain/calendar";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { TeamGainsView } from "@/features/execution/components/gains-view";
import { NotOpened } from "@/features/execution/components/project-view";
import { TeamProjectPage } from "@/features/execution/components/team-page";
import { readGains } from "@/features/execution/queries/gains";
import { readTeamProject } from "@/features/execution/queries/project";
import { routes } from "@/routes";
import { portalNow } from "@/server/clock";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Gains – Dossier ${(await params).number}` };
}

export default async function GainsPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.gains(number));
  const { project, may } = await orUnavailable(() => readTeamProject(actor, number));
  const dossier = project?.execution.dossier;
  return (
    <TeamProjectPage
      number={number}
      title="Gains"
      head={<DossierHead actor={actor} number={number} />}
    >
      {dossier ? (
        <TeamGainsView
          number={number}
          gains={await orUnavailable(() => readGains(dossier.id))}
          mayWrite={may("write") && dossier.status === "in-execution"}
          today={parisDay(await portalNow())}
        />
      ) : (
        <NotOpened href={routes.dossier(number)} />
      )}
    </TeamProjectPage>
  );
}
