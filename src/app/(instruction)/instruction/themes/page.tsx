import type { Metadata } from "next";
import { OwnThemesView } from "@/features/steering/components/own-themes-view";
import { readOwnThemes } from "@/features/steering/queries/own-themes";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Mes thèmes" };

export default async function OwnThemesPage() {
  const actor = await requireActor();
  const themes = await orUnavailable(() => readOwnThemes(actor));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Suivi", href: routes.followedProjects() }]}
        current="Mes thèmes"
      />
      <h1>Mes thèmes</h1>
      <OwnThemesView themes={themes} />
    </>
  );
}
