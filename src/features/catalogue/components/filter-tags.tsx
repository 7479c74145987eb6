import { type ActiveFilter, addressOf } from "@/features/catalogue/filters";
import { routes } from "@/routes";

/** The filters in force, each a link to the same catalogue without it. */
export function FilterTags({ filters }: { filters: readonly ActiveFilter[] }) {
  if (filters.length === 0) return null;
  return (
    <>
      <ul className="fr-tags-group" aria-label="Filtres appliqués">
        {filters.map(({ key, label, without }) => (
          <li key={key}>
            {/* A full load: the filtered page and the plain one are two pages under one address. */}
            <a className="fr-tag catalogue-tag" href={addressOf(without)}>
              <span className="fr-sr-only">Retirer le filtre </span>
              {label}
              <span className="fr-icon-close-line fr-icon--sm" aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
      {filters.length > 1 && (
        <p>
          <a className="fr-link" href={routes.themes()}>
            Retirer tous les filtres
          </a>
        </p>
      )}
    </>
  );
}
