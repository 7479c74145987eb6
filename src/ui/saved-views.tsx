import "./lists.css";
import { type SavedView, savedViewQuery } from "@/domain/saved-view";
import { AppLink } from "@/ui/app-link";
import { EmptyState } from "@/ui/empty-state";
import {
  DeleteViewForm,
  RenameViewForm,
  SaveViewForm,
  UpdateViewForm,
  type ViewActions,
} from "@/ui/saved-view-forms";

interface BarProps {
  actions: Pick<ViewActions, "save" | "update">;
  saved: readonly SavedView[];
  /** What is shown, as a view would keep it; empty while nothing is chosen. */
  query: string;
  /** The saved view the address comes from. */
  savedId: string | null;
  /** What a view of this list keeps, with an example of a name. */
  hint: string;
  /** Where views are renamed and deleted. */
  href: string;
}

/** Keeps what the list shows under a name, or brings the view it comes from up to date. */
export function SavedViewBar({ actions, saved, query, savedId, hint, href }: BarProps) {
  const current = saved.find(({ id }) => id === savedId);
  const isKept = saved.some((view) => view.query === query);
  return (
    <div className="fr-mb-3w">
      {current && current.query !== query && (
        <UpdateViewForm action={actions.update} id={current.id} name={current.name} query={query} />
      )}
      {!isKept && query !== "" && (
        <details className="guichet-details">
          <summary>Enregistrer cette vue</summary>
          <SaveViewForm action={actions.save} query={query} hint={hint} />
        </details>
      )}
      {saved.length > 0 && (
        <p className="fr-mb-0">
          <AppLink href={href}>Gérer mes vues</AppLink>
        </p>
      )}
    </div>
  );
}

interface ListProps {
  actions: Pick<ViewActions, "rename" | "remove">;
  views: readonly SavedView[];
  /** The list at an address. */
  listHref: (query?: URLSearchParams) => string;
  /** What is kept of the list, in a sentence. */
  kept: string;
}

/** The views a person saved of a list: opened, renamed, deleted. */
export function SavedViewList({ actions, views, listHref, kept }: ListProps) {
  if (views.length === 0) {
    return (
      <EmptyState action={{ label: "Voir les dossiers", href: listHref() }}>
        Vous n’avez pas encore de vue. Filtrez la liste des dossiers, puis enregistrez-la sous un
        nom.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="fr-text--lead">{kept} Vous seul la lisez dans vos vues.</p>
      <ul className="guichet-list">
        {views.map(({ id, name, query }) => (
          <li key={id}>
            <h2 className="fr-h5 fr-mb-1w">
              <AppLink href={listHref(savedViewQuery({ id, query }))}>{name}</AppLink>
            </h2>
            <RenameViewForm action={actions.rename} id={id} name={name} />
            <DeleteViewForm action={actions.remove} id={id} name={name} />
          </li>
        ))}
      </ul>
    </>
  );
}
