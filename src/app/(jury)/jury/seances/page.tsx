import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayEnterJury } from "@/features/jury/room";
import { Sessions } from "@/features/sittings/components/session-list";
import { SittingsAheadView } from "@/features/sittings/components/sittings-ahead";
import { readSittingsAhead } from "@/features/sittings/queries/next-sitting";
import { readProposals } from "@/features/sittings/queries/proposals";
import { readSessions } from "@/features/sittings/queries/sessions";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Séances" };

export default async function SessionsPage() {
  const actor = await requireActor();
  if (!mayEnterJury(actor)) notFound();
  const [sessions, proposals, ahead] = await orUnavailable(() =>
    Promise.all([readSessions(actor), readProposals(actor), readSittingsAhead(actor)]),
  );
  return (
    <>
      <PageBreadcrumb current="Séances" />
      <h1>Séances</h1>
      <SittingsAheadView ahead={ahead} />
      <Sessions sessions={sessions} proposals={proposals} />
    </>
  );
}
