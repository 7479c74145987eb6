import type { Metadata } from "next";
import { AgentList } from "@/features/administration/components/agent-list";
import { findAgents } from "@/features/administration/queries/agents";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Rôles" };

interface Props {
  searchParams: Promise<{ recherche?: string | string[] }>;
}

export default async function RolesPage({ searchParams }: Props) {
  const [actor, { recherche }] = await Promise.all([requireActor(), searchParams]);
  const search = ([recherche].flat()[0] ?? "").slice(0, 100);
  const found = await orUnavailable(() => findAgents(actor, search));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Administration", href: routes.administration() }]}
        current="Rôles"
      />
      <h1>Rôles</h1>
      <AgentList {...found} search={search} />
    </>
  );
}
