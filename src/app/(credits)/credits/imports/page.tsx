import type { Metadata } from "next";
import { ImportsView } from "@/features/credits/components/imports-view";
import { readImports } from "@/features/credits/queries/imports";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Extraits comptables" };

export default async function ImportsPage() {
  const actor = await requireActor();
  const imports = await orUnavailable(() => readImports(actor));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Crédits", href: routes.credits() }]}
        current="Extraits comptables"
      />
      <h1>Extraits comptables</h1>
      <ImportsView {...imports} />
    </>
  );
}
