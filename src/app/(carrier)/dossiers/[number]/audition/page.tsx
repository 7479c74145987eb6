import type { Metadata } from "next";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { OwnHearingView } from "@/features/sittings/components/own-hearing-view";
import { readOwnHearing } from "@/features/sittings/queries/own-hearing";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Audition – Dossier ${(await params).number}` };
}

export default async function OwnHearingPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.ownHearing(number));
  const hearing = await orUnavailable(() => readOwnHearing(actor, number));
  const dossier = await orUnavailable(() => openDossier(actor, number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Audition"
      />
      <DossierHeader {...dossier.header} as="p" />
      <h1 className="fr-h3">Audition</h1>
      <OwnHearingView number={number} hearing={hearing} mayWrite={dossier.may("write")} />
    </>
  );
}
