import type { Metadata } from "next";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { OwnRedirectionView } from "@/features/redirections/components/own-redirection-view";
import { readOwnRedirection } from "@/features/redirections/queries/own";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Ce qui change – Dossier ${(await params).number}` };
}

export default async function OwnRedirectionPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.ownRedirection(number));
  const redirection = await orUnavailable(() => readOwnRedirection(actor, number));
  const dossier = await orUnavailable(() => openDossier(actor, number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Ce qui change"
      />
      <DossierHeader {...dossier.header} as="p" />
      <h1 className="fr-h2">Ce qui change</h1>
      <OwnRedirectionView
        number={number}
        redirection={redirection}
        missing={dossier.evaluation.missing}
      />
    </>
  );
}
