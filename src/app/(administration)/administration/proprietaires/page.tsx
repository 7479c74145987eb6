import type { Metadata } from "next";
import { FundOwnersView } from "@/features/administration/fund-owners/fund-owners-view";
import { readFundOwners } from "@/features/administration/fund-owners/read-fund-owners";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Administrations des fonds" };

export default async function FundOwnersPage() {
  const actor = await requireActor();
  const owners = await orUnavailable(() => readFundOwners(actor));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Administration", href: routes.administration() }]}
        current="Administrations des fonds"
      />
      <h1>Administrations des fonds</h1>
      <FundOwnersView owners={owners} />
    </>
  );
}
