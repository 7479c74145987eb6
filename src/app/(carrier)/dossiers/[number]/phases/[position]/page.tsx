import type { Metadata } from "next";
import { parisDay } from "@/domain/calendar";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { TeamPhaseView } from "@/features/execution/components/phase-views";
import { readPhase } from "@/features/execution/queries/phase";
import { readTeamProject } from "@/features/execution/queries/project";
import { EvidenceFiles } from "@/features/files/components/evidence-files";
import { routes } from "@/routes";
import { portalNow } from "@/server/clock";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string; position: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, position } = await params;
  return { title: `Phase ${position} – Dossier ${number}` };
}

export default async function PhasePage({ params }: Props) {
  const { number, position } = await params;
  const actor = await requireActor(routes.phase(number, position));
  const team = await orUnavailable(() => readTeamProject(actor, number));
  const details = await orUnavailable(() => readPhase(actor, team.project, position));
  const today = parisDay(await portalNow());
  const { phase } = details;
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
          { label: "Le projet", href: routes.project(number) },
        ]}
        current={`Phase ${phase.position}`}
      />
      <DossierHead actor={actor} number={number} />
      <h1 className="fr-h3">{`Phase ${phase.position}\u00A0: ${phase.name}`}</h1>
      <TeamPhaseView
        {...{ number, details, today, mayPropose: team.may("file") }}
        files={
          <EvidenceFiles
            {...{ actor, number, position: phase.position, writable: team.may("write") }}
          />
        }
      />
    </>
  );
}
