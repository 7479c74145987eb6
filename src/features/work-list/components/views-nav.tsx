import { countWords } from "@/domain/counting";
import { savedViewQuery } from "@/domain/saved-view";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { defaultColumns, isDefault } from "../columns";
import { EVERYTHING, filterQuery, hasFilters, type ListFilters } from "../filters";
import type { WorkList } from "../queries/list";
import { type ViewKey, viewOf } from "../views";

/** The views of everybody, then one's own: each a link with the number of its dossiers. */
export function ViewsNav({ list, filters }: { list: WorkList; filters: ListFilters }) {
  const { theme, columns, order } = filters;
  // Columns chosen stay from a view to another; those of a view are its own.
  const kept = (key: ViewKey) => (isDefault(columns, filters.view) ? defaultColumns(key) : columns);
  const isBare = filters.savedId === null && !hasFilters({ ...filters, theme: null });
  return (
    <>
      <nav aria-label="Vues de la liste">
        <ul className="fr-tags-group">
          {list.views.map(({ key, count }) => (
            <li key={key}>
              <ViewLink
                href={routes.instruction(
                  filterQuery({ ...EVERYTHING, view: key, theme, columns: kept(key), order }),
                )}
                current={isBare && filters.view === key}
                label={viewOf(key).label}
                count={count}
              />
            </li>
          ))}
        </ul>
      </nav>
      {list.saved.length > 0 && (
        <nav aria-labelledby="mes-vues" className="guichet-own-views">
          <p id="mes-vues" className="fr-mb-1v">
            Mes vues
          </p>
          <ul className="fr-tags-group">
            {list.saved.map(({ id, name, query, count }) => (
              <li key={id}>
                <ViewLink
                  href={routes.instruction(savedViewQuery({ id, query }))}
                  current={filters.savedId === id}
                  label={name}
                  count={count}
                />
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

function ViewLink(props: { href: string; current: boolean; label: string; count: number }) {
  const text = `${props.label} (${countWords(props.count)})`;
  return (
    <AppLink href={props.href} className="fr-tag" aria-current={props.current ? "page" : undefined}>
      {props.current ? <strong>{text}</strong> : text}
    </AppLink>
  );
}
