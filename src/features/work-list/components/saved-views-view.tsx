import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { EmptyState } from "@/ui/empty-state";
import type { SavedView } from "../queries/saved-views";
import { savedViewAddress } from "../saved-view-address";
import { DeleteViewForm, RenameViewForm } from "./saved-view-forms";

/** The views a person saved: opened, renamed, deleted. */
export function SavedViewsView({ views }: { views: readonly SavedView[] }) {
  if (views.length === 0) {
    return (
      <EmptyState action={{ label: "Voir les dossiers", href: routes.instruction() }}>
        Vous n’avez pas encore de vue. Filtrez la liste des dossiers, puis enregistrez-la sous un
        nom.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="fr-text--lead">
        Une vue garde des filtres, des colonnes et un ordre. Vous seul la lisez dans vos vues.
      </p>
      <ul className="guichet-list">
        {views.map(({ id, name, query }) => (
          <li key={id}>
            <h2 className="fr-h5 fr-mb-1w">
              <AppLink href={savedViewAddress(id, query)}>{name}</AppLink>
            </h2>
            <RenameViewForm id={id} name={name} />
            <DeleteViewForm id={id} name={name} />
          </li>
        ))}
      </ul>
    </>
  );
}
