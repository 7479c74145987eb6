import type { Metadata } from "next";
import { RevokeForm } from "@/features/administration/components/reason-form";
import { grantOf } from "@/features/administration/queries/agents";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Retirer un rôle" };

interface Props {
  params: Promise<{ agent: string; grant: string }>;
}

export default async function RevocationPage({ params }: Props) {
  const [actor, { agent: id, grant: grantId }] = await Promise.all([requireActor(), params]);
  const { file, grant } = await orUnavailable(() => grantOf(actor, id, grantId));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Rôles", href: routes.administrationRoles() },
          { label: file.name, href: routes.administrationAgent(id) },
        ]}
        current="Retirer un rôle"
      />
      <h1>
        Retirer le rôle {grant.label} à {file.name}
      </h1>
      <p className="fr-text--lead">
        Périmètre{"\u00A0"}: {grant.scope}. Le retrait prend effet dès la prochaine page ouverte par
        cet agent. Ce qu’il a fait reste valable.
      </p>
      <RevokeForm grantId={grant.id} />
    </>
  );
}
