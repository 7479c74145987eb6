import "@/features/portfolio/portfolio.css";
import type { Metadata } from "next";
import { PortfolioView } from "@/features/portfolio/components/portfolio-view";
import { portfolioAddress, readPortfolioQuery } from "@/features/portfolio/filters";
import { readPortfolio } from "@/features/portfolio/queries/portfolio";
import { VisasToGive } from "@/features/visas/components/visas-to-give";
import { countAwaitedVisas } from "@/features/visas/queries/visa-list";
import { routes } from "@/routes";
import { readSavedViews } from "@/server/saved-views";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { AppLink } from "@/ui/app-link";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Portefeuille" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PortfolioPage({ searchParams }: Props) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const query = readPortfolioQuery(params);
  const portfolio = await orUnavailable(() => readPortfolio(actor, query));
  const saved = await orUnavailable(() => readSavedViews(actor, { list: "portfolio" }));
  const awaited = await orUnavailable(() => countAwaitedVisas(actor));
  return (
    <>
      <PageBreadcrumb current="Portefeuille" />
      <h1>Portefeuille</h1>
      <VisasToGive count={awaited} />
      <ul>
        <li>
          <AppLink href={routes.ministryProjects()}>Suivre les projets en exécution</AppLink>
        </li>
        <li>
          <AppLink
            href={routes.ministrySynthesis(portfolioAddress({ ministryId: query.ministryId }))}
          >
            Synthèse à imprimer
          </AppLink>
        </li>
        <li>
          <AppLink href={routes.ministryOrganisations()}>
            Organisations, personnes et délégations
          </AppLink>
        </li>
      </ul>
      <PortfolioView query={query} portfolio={portfolio} saved={saved} />
    </>
  );
}
