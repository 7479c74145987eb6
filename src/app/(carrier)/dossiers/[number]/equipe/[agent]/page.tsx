import type { Metadata } from "next";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { MemberView } from "@/features/team/components/member-view";
import { readMember } from "@/features/team/queries/team";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string; agent: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Membre de l’équipe – Dossier ${(await params).number}` };
}

export default async function MemberPage({ params }: Props) {
  const { number, agent } = await params;
  const actor = await requireActor(routes.teamMember(number, agent));
  const { team, member } = await orUnavailable(() => readMember(actor, number, agent));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: `Dossier ${number}`, href: routes.dossier(number) },
          { label: "Équipe", href: routes.team(number) },
        ]}
        current={member.name}
      />
      <DossierHead actor={actor} number={number} />
      <h1 className="fr-h2">{member.name}</h1>
      <MemberView team={team} member={member} />
    </>
  );
}
