import type { Metadata } from "next";
import { NewPresentation } from "@/features/dossiers/components/new-presentation";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Nouvelle présentation – Dossier ${(await params).number}` };
}

export default async function NewPresentationPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.newPresentation(number));
  const dossier = await orUnavailable(() => openDossier(actor, number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Nouvelle présentation"
      />
      <DossierHeader {...dossier.header} as="p" />
      <h1 className="fr-h2">Nouvelle présentation</h1>
      <NewPresentation dossier={dossier} agentId={actor.agentId} />
    </>
  );
}
