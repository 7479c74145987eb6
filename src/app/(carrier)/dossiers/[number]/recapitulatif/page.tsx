import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Summary } from "@/features/dossiers/components/summary";
import { contentFingerprint } from "@/features/dossiers/draft";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { filingRefusal } from "@/features/dossiers/refusals";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ refus?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Relire et déposer – Dossier ${(await params).number}` };
}

export default async function SummaryPage({ params, searchParams }: Props) {
  const [{ number }, { refus }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(routes.summary(number));
  const dossier = await orUnavailable(() => openDossier(actor, number));
  if (dossier.state.editing.act === null) redirect(routes.dossier(number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Relire et déposer"
      />
      <DossierHeader {...dossier.header} as="p" />
      <h1 className="fr-h2">Relire et déposer</h1>
      <Summary
        dossier={dossier}
        agentId={actor.agentId}
        idempotencyKey={randomUUID()}
        content={contentFingerprint(dossier.state)}
        refused={filingRefusal(refus)}
      />
    </>
  );
}
