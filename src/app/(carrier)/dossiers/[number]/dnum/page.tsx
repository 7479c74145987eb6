import type { Metadata } from "next";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { visaFacts } from "@/features/dossiers/visa-facts";
import { CarrierVisaView } from "@/features/visas/components/carrier-visa-view";
import { readCarrierVisa } from "@/features/visas/queries/carrier-visa";
import { routes } from "@/routes";
import { service } from "@/server/service";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `La DNUM du ministère – Dossier ${(await params).number}` };
}

export default async function DnumPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.dnum(number));
  const visa = await orUnavailable(() => readCarrierVisa(actor, number));
  const dossier = await orUnavailable(() => openDossier(actor, number));
  const title = visa.mayAsk && !visa.visa ? "Informer la DNUM" : "La DNUM du ministère";
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current={title}
      />
      <DossierHeader {...dossier.header} as="p" />
      <h1 className="fr-h2">{title}</h1>
      <CarrierVisaView
        dossier={visa}
        facts={visaFacts(dossier.state, dossier.evaluation)}
        callLabel={dossier.state.call.label}
        contact={service().contactEmail}
      />
    </>
  );
}
