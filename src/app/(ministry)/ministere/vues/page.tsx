import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ministriesHeld } from "@/domain/rights/actor";
import { deletePortfolioViewAction, renamePortfolioViewAction } from "@/features/portfolio/actions";
import { routes } from "@/routes";
import { readSavedViews } from "@/server/saved-views";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";
import { SavedViewList } from "@/ui/saved-views";

export const metadata: Metadata = { title: "Mes vues du portefeuille" };

export default async function PortfolioViewsPage() {
  const actor = await requireActor();
  if (ministriesHeld(actor).length === 0) notFound();
  const views = await orUnavailable(() => readSavedViews(actor, { list: "portfolio" }));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Portefeuille", href: routes.ministry() }]}
        current="Mes vues du portefeuille"
      />
      <h1>Mes vues du portefeuille</h1>
      <SavedViewList
        actions={{ rename: renamePortfolioViewAction, remove: deletePortfolioViewAction }}
        views={views}
        listHref={routes.ministry}
        kept="Une vue garde des filtres et une présentation."
      />
    </>
  );
}
