import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { themesHeld } from "@/domain/rights/actor";
import { deleteViewAction, renameViewAction } from "@/features/work-list/actions";
import { routes } from "@/routes";
import { readSavedViews } from "@/server/saved-views";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { INSTRUCTION } from "@/server/visibility";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";
import { SavedViewList } from "@/ui/saved-views";

export const metadata: Metadata = { title: "Mes vues" };

export default async function SavedViewsPage() {
  const actor = await requireActor();
  if (themesHeld(actor, INSTRUCTION).length === 0) notFound();
  const views = await orUnavailable(() => readSavedViews(actor, { list: "instruction" }));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Dossiers", href: routes.instruction() }]}
        current="Mes vues"
      />
      <h1>Mes vues</h1>
      <SavedViewList
        actions={{ rename: renameViewAction, remove: deleteViewAction }}
        views={views}
        listHref={routes.instruction}
        kept="Une vue garde des filtres, des colonnes et un ordre."
      />
    </>
  );
}
