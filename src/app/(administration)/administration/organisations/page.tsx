import type { Metadata } from "next";
import { AwaitedList } from "@/features/administration/components/awaited-list";
import { awaitedOrganisations } from "@/features/administration/queries/organisations";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Organisations à rattacher" };

export default async function OrganisationsPage() {
  const actor = await requireActor();
  const organisations = await orUnavailable(() => awaitedOrganisations(actor));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Administration", href: routes.administration() }]}
        current="Organisations à rattacher"
      />
      <h1>Organisations à rattacher</h1>
      <AwaitedList organisations={organisations} />
    </>
  );
}
