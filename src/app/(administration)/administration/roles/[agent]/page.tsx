import type { Metadata } from "next";
import { AgentFileView } from "@/features/administration/components/agent-file";
import { agentFile } from "@/features/administration/queries/agents";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Rôles d’un agent" };

interface Props {
  params: Promise<{ agent: string }>;
}

export default async function AgentPage({ params }: Props) {
  const [actor, { agent: id }] = await Promise.all([requireActor(), params]);
  const file = await orUnavailable(() => agentFile(actor, id));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Administration", href: routes.administration() },
          { label: "Rôles", href: routes.administrationRoles() },
        ]}
        current={file.name}
      />
      <h1>{file.name}</h1>
      <AgentFileView file={file} own={file.id === actor.agentId} />
    </>
  );
}
