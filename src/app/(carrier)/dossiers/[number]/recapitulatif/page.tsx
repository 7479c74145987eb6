import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FILING_WORDS } from "@/domain/dossier/filing-words";
import { Summary } from "@/features/dossiers/components/summary";
import { contentFingerprint } from "@/features/dossiers/draft";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { readReviewTitle } from "@/features/dossiers/queries/review-title";
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
  const { number } = await params;
  const actor = await requireActor(routes.summary(number));
  const title = await orUnavailable(() => readReviewTitle(actor, number));
  return { title: `${title} – Dossier ${number}` };
}

export default async function SummaryPage({ params, searchParams }: Props) {
  const [{ number }, { refus }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(routes.summary(number));
  const dossier = await orUnavailable(() => openDossier(actor, number));
  const { act } = dossier.state.editing;
  if (act === null) redirect(routes.dossier(number));
  const title = FILING_WORDS[act].review;
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
      <Summary
        dossier={dossier}
        agentId={actor.agentId}
        idempotencyKey={randomUUID()}
        content={contentFingerprint(dossier.state)}
        refused={filingRefusal(refus, act)}
      />
    </>
  );
}
