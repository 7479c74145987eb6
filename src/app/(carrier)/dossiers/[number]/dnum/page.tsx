import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { visaRule } from "@/domain/dossier/visa";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { visaFacts } from "@/features/dossiers/visa-facts";
import { CarrierVisaView } from "@/features/visas/components/carrier-visa-view";
import { DraftSightView } from "@/features/visas/components/draft-sight-view";
import { readCarrierVisa } from "@/features/visas/queries/carrier-visa";
import { readDraftSight } from "@/features/visas/queries/draft-sight";
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
  const { state, evaluation, header } = await orUnavailable(() => openDossier(actor, number));
  const isAsked = visaRule(state.theme.code, state.carrier.kind) !== null;
  const visa = isAsked ? await orUnavailable(() => readCarrierVisa(actor, number)) : null;
  const sight = await orUnavailable(() => readDraftSight(actor, number));
  if (!visa && !sight) notFound();
  const title = visa?.mayAsk && !visa.visa ? "Informer la DNUM" : "La DNUM du ministère";
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current={title}
      />
      <DossierHeader {...header} as="p" />
      <h1 className="fr-h2">{title}</h1>
      {visa && (
        <CarrierVisaView
          dossier={visa}
          facts={visaFacts(state, evaluation)}
          callLabel={state.call.label}
          contact={service().contactEmail}
        />
      )}
      {sight && <DraftSightView sight={sight} />}
    </>
  );
}
