import type { Metadata } from "next";
import { ArbitrationsView } from "@/features/instruction/components/arbitrations-view";
import { readArbitrations } from "@/features/instruction/queries/arbitration";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Arbitrages" };

export default async function ArbitrationsPage() {
  const actor = await requireActor();
  const arbitrations = await orUnavailable(() => readArbitrations(actor));
  return (
    <>
      <PageBreadcrumb current="Arbitrages" />
      <h1>Arbitrages</h1>
      <ArbitrationsView {...arbitrations} />
    </>
  );
}
