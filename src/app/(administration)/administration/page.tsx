import type { Metadata } from "next";
import { AdministrationHome } from "@/features/administration/components/administration-home";
import { rolesEndingSoon } from "@/features/administration/queries/agents";
import { awaitedOrganisations } from "@/features/administration/queries/organisations";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Administration" };

export default async function AdministrationPage() {
  const actor = await requireActor();
  const [organisations, ending] = await orUnavailable(() =>
    Promise.all([awaitedOrganisations(actor), rolesEndingSoon(actor)]),
  );
  return (
    <>
      <PageBreadcrumb current="Administration" />
      <h1>Administration</h1>
      <AdministrationHome organisations={organisations} ending={ending} />
    </>
  );
}
