import type { Metadata } from "next";
import { GrantForm } from "@/features/administration/components/grant-form";
import { agentFile } from "@/features/administration/queries/agents";
import { ministryChoices } from "@/features/administration/queries/organisations";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Donner un rôle" };

interface Props {
  params: Promise<{ agent: string }>;
}

export default async function GrantPage({ params }: Props) {
  const [actor, { agent: id }] = await Promise.all([requireActor(), params]);
  const [file, ministries] = await orUnavailable(() =>
    Promise.all([agentFile(actor, id), ministryChoices(actor)]),
  );
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Rôles", href: routes.administrationRoles() },
          { label: file.name, href: routes.administrationAgent(id) },
        ]}
        current="Donner un rôle"
      />
      <h1>Donner un rôle à {file.name}</h1>
      <p className="fr-text--lead">
        Le rôle prend effet dès la prochaine page ouverte par cet agent et reste inscrit au journal.
      </p>
      <GrantForm agentId={id} ministries={ministries} />
    </>
  );
}
