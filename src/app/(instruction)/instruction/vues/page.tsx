import "@/features/work-list/work-list.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { themesHeld } from "@/domain/rights/actor";
import { SavedViewsView } from "@/features/work-list/components/saved-views-view";
import { readSavedViews } from "@/features/work-list/queries/saved-views";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { INSTRUCTION } from "@/server/visibility";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Mes vues" };

export default async function SavedViewsPage() {
  const actor = await requireActor();
  if (themesHeld(actor, INSTRUCTION).length === 0) notFound();
  const views = await orUnavailable(() => readSavedViews(actor));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Dossiers", href: routes.instruction() }]}
        current="Mes vues"
      />
      <h1>Mes vues</h1>
      <SavedViewsView views={views} />
    </>
  );
}
