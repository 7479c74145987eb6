import type { Metadata } from "next";
import { formatDate } from "@/domain/calendar";
import { LinkIdentityForm } from "@/features/administration/components/link-identity-form";
import { accountChoices, agentFile } from "@/features/administration/queries/agents";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Rattacher une identité" };

interface Props {
  params: Promise<{ agent: string }>;
}

export default async function IdentityPage({ params }: Props) {
  const [actor, { agent: id }] = await Promise.all([requireActor(), params]);
  const [file, accounts] = await orUnavailable(() =>
    Promise.all([agentFile(actor, id), accountChoices(actor, id)]),
  );
  const identities = file.identities.map((identity) => ({
    value: identity.id,
    label: `Identité AgentConnect du ${formatDate(identity.createdAt)}`,
  }));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Rôles", href: routes.administrationRoles() },
          { label: file.name, href: routes.administrationAgent(id) },
        ]}
        current="Rattacher une identité"
      />
      <h1>Rattacher une identité de {file.name}</h1>
      <p className="fr-text--lead">
        Une même personne peut se connecter par deux administrations. Le compte qui n’est plus
        ouvert par aucune identité est fermé.
      </p>
      <LinkIdentityForm identities={identities} accounts={accounts} />
    </>
  );
}
