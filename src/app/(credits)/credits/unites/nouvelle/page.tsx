import type { Metadata } from "next";
import { readsCredits } from "@/domain/rights/credits";
import { UnitCreationView } from "@/features/credits/components/unit-creation-view";
import { readUnitCreation } from "@/features/credits/queries/unit-creation";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Créer une unité" };

export default async function UnitCreationPage() {
  const actor = await requireActor();
  const creation = await orUnavailable(() => readUnitCreation(actor));
  // An administrator creates units, and reads nothing of their credits.
  const above = readsCredits(actor)
    ? { label: "Crédits", href: routes.credits() }
    : { label: "Administration", href: routes.administration() };
  return (
    <>
      <PageBreadcrumb trail={[above]} current="Créer une unité" />
      <h1>Créer une unité</h1>
      <UnitCreationView creation={creation} />
    </>
  );
}
