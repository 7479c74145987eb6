import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type ListFilters, savedQuery } from "../filters";
import type { SavedView } from "../queries/saved-views";
import { SaveViewForm, UpdateViewForm } from "./saved-view-forms";

/** Keeps what the list shows under a name, or brings the view it comes from up to date. */
export function SavedViewBar(props: { saved: readonly SavedView[]; filters: ListFilters }) {
  const { saved, filters } = props;
  const query = savedQuery(filters);
  const current = saved.find(({ id }) => id === filters.savedId);
  const isKept = saved.some((view) => view.query === query);
  return (
    <div className="fr-mb-3w">
      {current && current.query !== query && (
        <UpdateViewForm id={current.id} name={current.name} query={query} />
      )}
      {!isKept && query !== "" && (
        <details className="guichet-details">
          <summary>Enregistrer cette vue</summary>
          <SaveViewForm query={query} />
        </details>
      )}
      {saved.length > 0 && (
        <p className="fr-mb-0">
          <AppLink href={routes.savedViews()}>Gérer mes vues</AppLink>
        </p>
      )}
    </div>
  );
}
