import { type SavedView, savedViewQuery } from "@/domain/saved-view";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { SavedViewBar } from "@/ui/saved-views";
import { savePortfolioViewAction, updatePortfolioViewAction } from "../actions";
import { type PortfolioQuery, savedQuery } from "../filters";

interface Props {
  saved: readonly SavedView[];
  query: PortfolioQuery;
}

/** One's own views of the portfolio, and what keeps the one shown. */
export function PortfolioViews({ saved, query }: Props) {
  return (
    <>
      {saved.length > 0 && (
        <nav aria-labelledby="mes-vues" className="guichet-own-views">
          <p id="mes-vues" className="fr-mb-1v">
            Mes vues
          </p>
          <ul className="fr-tags-group">
            {saved.map(({ id, name, query: kept }) => {
              const current = query.savedId === id;
              return (
                <li key={id}>
                  <AppLink
                    className="fr-tag"
                    href={routes.ministry(savedViewQuery({ id, query: kept }))}
                    aria-current={current ? "page" : undefined}
                  >
                    {current ? <strong>{name}</strong> : name}
                  </AppLink>
                </li>
              );
            })}
          </ul>
        </nav>
      )}
      <SavedViewBar
        actions={{ save: savePortfolioViewAction, update: updatePortfolioViewAction }}
        saved={saved}
        query={savedQuery(query)}
        savedId={query.savedId}
        hint={
          "Ses filtres et sa présentation sont gardés pour vous. Exemple\u00A0: SNAP3 en retard"
        }
        href={routes.ministryViews()}
      />
    </>
  );
}
