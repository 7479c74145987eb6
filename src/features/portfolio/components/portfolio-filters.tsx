import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { THEMES } from "@/domain/themes/index";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { SelectField } from "@/ui/select-field";
import { type PortfolioQuery, portfolioAddress, SHOWN_STATUSES, statusSlug } from "../filters";
import type { Portfolio } from "../queries/portfolio";

interface Props {
  query: PortfolioQuery;
  portfolio: Pick<Portfolio, "ministries" | "themes">;
}

/** Ministry, theme and status in one GET form: the address says the selection. */
export function PortfolioFilters({ query, portfolio: { ministries, themes } }: Props) {
  return (
    <>
      <form action={routes.ministry()} method="get">
        <div className="fr-grid-row fr-grid-row--gutters">
          {ministries.length > 1 && (
            <Choice
              name="ministere"
              label="Ministère"
              all="Tous vos ministères"
              value={query.ministryId ?? ""}
              options={ministries.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Choice
            name="theme"
            label="Thème"
            all="Tous les thèmes"
            value={query.theme ? THEMES[query.theme].slug : ""}
            options={themes.map(({ code, title }) => ({
              value: THEMES[code].slug,
              label: `${code}\u00A0: ${title}`,
            }))}
          />
          <Choice
            name="statut"
            label="Statut"
            all="Tous les statuts"
            value={query.status ? statusSlug(query.status) : ""}
            options={SHOWN_STATUSES.map((status) => ({
              value: statusSlug(status),
              label: STATUS_LABELS[status].label,
            }))}
          />
        </div>
        <button className="fr-btn fr-btn--secondary fr-my-3w" type="submit">
          Appliquer les filtres
        </button>
      </form>
      <FilterTags query={query} ministries={ministries} />
    </>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  /** Label of the empty choice. */
  all: string;
  value: string;
  options: readonly { value: string; label: string }[];
}

function Choice({ name, label, all, value, options }: ChoiceProps) {
  return (
    <div className="fr-col-12 fr-col-md-4">
      <SelectField
        name={name}
        id={`filtre-${name}`}
        label={label}
        options={options}
        defaultValue={value}
        emptyLabel={all}
        native={{ required: false }}
      />
    </div>
  );
}

function FilterTags({ query, ministries }: Pick<Props, "query"> & Pick<Portfolio, "ministries">) {
  const rest = { ...query, cursor: null };
  const ministry = ministries.find(({ id }) => id === query.ministryId);
  const tags = [
    ...(ministry ? [{ label: ministry.name, without: { ...rest, ministryId: null } }] : []),
    ...(query.theme ? [{ label: query.theme, without: { ...rest, theme: null } }] : []),
    ...(query.status
      ? [{ label: STATUS_LABELS[query.status].label, without: { ...rest, status: null } }]
      : []),
  ];
  if (tags.length === 0) return null;
  return (
    <ul className="fr-tags-group" aria-label="Filtres appliqués">
      {tags.map(({ label, without }) => (
        <li key={label}>
          <AppLink className="fr-tag" href={routes.ministry(portfolioAddress(without))}>
            <span className="fr-sr-only">Retirer le filtre </span>
            {label}
            <span className="fr-icon-close-line fr-icon--sm fr-ml-1v" aria-hidden="true" />
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
