import type { Metadata } from "next";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { TeamFollowUp } from "@/features/follow-up/components/follow-up-view";
import { readFollowUp } from "@/features/follow-up/queries/follow-up";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Suivi du projet – Dossier ${(await params).number}` };
}

export default async function FollowUpPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.followUp(number));
  const followUp = await orUnavailable(() => readFollowUp(actor, "carrier", number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Suivi du projet"
      />
      <DossierHead actor={actor} number={number} />
      <h1 className="fr-h3">Suivi du projet</h1>
      <TeamFollowUp followUp={followUp} />
    </>
  );
}
