import "@/features/team/team.css";
import type { Metadata } from "next";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { TeamView } from "@/features/team/components/team-view";
import { readTeam } from "@/features/team/queries/team";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Équipe – Dossier ${(await params).number}` };
}

export default async function TeamPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.team(number));
  const team = await orUnavailable(() => readTeam(actor, number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Équipe"
      />
      <DossierHead actor={actor} number={number} />
      <h1 className="fr-h2">Équipe du dossier {number}</h1>
      <TeamView team={team} />
    </>
  );
}
