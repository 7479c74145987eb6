import "@/features/work-list/work-list.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { themesHeld } from "@/domain/rights/actor";
import { AwaitedNotice } from "@/features/redirections/components/redirections-view";
import { countAwaited } from "@/features/redirections/queries/redirections";
import { readAwaiting } from "@/features/work-list/awaiting/query";
import { AwaitingView } from "@/features/work-list/components/awaiting-view";
import { WorkListView } from "@/features/work-list/components/work-list-view";
import { parseFilters } from "@/features/work-list/filters";
import { bulkActsOf } from "@/features/work-list/queries/bulk";
import { readOwnEnvelopes } from "@/features/work-list/queries/envelopes";
import { readWorkList } from "@/features/work-list/queries/list";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { INSTRUCTION } from "@/server/visibility";
import { AppLink } from "@/ui/app-link";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Dossiers" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function InstructionPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requireActor(), searchParams]);
  if (themesHeld(actor, INSTRUCTION).length === 0) notFound();
  const filters = parseFilters(query);
  // An address that asks for something goes straight to the list.
  const isLanding = Object.keys(query).length === 0;
  const [list, waiting] = await orUnavailable(() =>
    Promise.all([
      readWorkList(actor, filters),
      isLanding
        ? Promise.all([readAwaiting(actor), readOwnEnvelopes(actor), countAwaited(actor)])
        : null,
    ]),
  );
  return (
    <>
      <PageBreadcrumb current="Dossiers" />
      <h1>Dossiers</h1>
      {waiting ? (
        <>
          <AwaitedNotice count={waiting[2]} />
          <AwaitingView awaiting={waiting[0]} envelopes={waiting[1]} now={list.now} />
        </>
      ) : (
        <p>
          <AppLink href={routes.instruction()}>Voir ce qui m’attend</AppLink>
        </p>
      )}
      <WorkListView list={list} filters={filters} acts={bulkActsOf(actor)} />
    </>
  );
}
