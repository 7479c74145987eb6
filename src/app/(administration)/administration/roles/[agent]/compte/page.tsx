import type { Metadata } from "next";
import { CloseAccountForm } from "@/features/administration/components/reason-form";
import { agentFile } from "@/features/administration/queries/agents";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Fermer un compte" };

interface Props {
  params: Promise<{ agent: string }>;
}

export default async function AccountPage({ params }: Props) {
  const [actor, { agent: id }] = await Promise.all([requireActor(), params]);
  const file = await orUnavailable(() => agentFile(actor, id));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Rôles", href: routes.administrationRoles() },
          { label: file.name, href: routes.administrationAgent(id) },
        ]}
        current="Fermer le compte"
      />
      <h1>Fermer le compte de {file.name}</h1>
      <p className="fr-text--lead">
        Ses sessions sont coupées tout de suite et sa prochaine connexion sera refusée. Ses
        dossiers, ses fiches et ses décisions sont conservés.
      </p>
      <CloseAccountForm agentId={id} />
    </>
  );
}
