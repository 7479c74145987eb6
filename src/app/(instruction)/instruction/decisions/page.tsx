import "@/features/ranking/ranking.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { holds, themesHeld } from "@/domain/rights/actor";
import { DecisionsView } from "@/features/instruction/components/decisions-view";
import { takesPart } from "@/features/instruction/queries/arbitration";
import { readDecisions } from "@/features/instruction/queries/decisions";
import { RankingOf, type RankingQuery } from "@/features/ranking/components/ranking-of";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { INSTRUCTION } from "@/server/visibility";
import { AppLink } from "@/ui/app-link";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Décisions" };

interface Props {
  searchParams: Promise<RankingQuery & { ouverture?: string | string[]; tour?: string | string[] }>;
}

export default async function DecisionsPage({ searchParams }: Props) {
  const [actor, { ouverture, tour, ...query }] = await Promise.all([requireActor(), searchParams]);
  if (themesHeld(actor, INSTRUCTION).length === 0) notFound();
  const asked = { call: [ouverture].flat()[0] ?? "", round: [tour].flat()[0] ?? "" };
  const decisions = await orUnavailable(() => readDecisions(actor, asked));
  const { chosen } = decisions;
  const scope = chosen && { callId: chosen.call, roundId: chosen.round };
  return (
    <>
      <PageBreadcrumb current="Décisions" />
      <h1>Décisions</h1>
      {takesPart(actor) && (
        <p>
          <AppLink href={routes.arbitrations()}>Listes soumises à l’arbitrage du ministre</AppLink>
        </p>
      )}
      {holds(actor, "theme-owner") && (
        <p>
          <AppLink href={routes.administrationCalls()}>Ouvertures de mes thèmes</AppLink>
        </p>
      )}
      <DecisionsView {...decisions}>
        {scope && <RankingOf actor={actor} scope={scope} session="" query={query} />}
      </DecisionsView>
    </>
  );
}
