import type { Metadata } from "next";
import { Complements } from "@/features/dossiers/components/complements";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { readPastComplements } from "@/features/dossiers/queries/past-complements";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Compléments – Dossier ${(await params).number}` };
}

export default async function ComplementsPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.complements(number));
  const dossier = await orUnavailable(() => openDossier(actor, number));
  const past = await orUnavailable(() => readPastComplements(dossier));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Compléments"
      />
      <DossierHeader {...dossier.header} as="p" />
      <h1 className="fr-h2">Compléments</h1>
      <Complements dossier={dossier} past={past} agentId={actor.agentId} />
    </>
  );
}
