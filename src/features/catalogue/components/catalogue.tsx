import "@/features/catalogue/catalogue.css";
import { THEME_LIST } from "@/domain/themes/index";
import { FilterForm } from "@/features/catalogue/components/filter-form";
import { FilterTags } from "@/features/catalogue/components/filter-tags";
import { ThemeCard } from "@/features/catalogue/components/theme-card";
import {
  activeFilters,
  addressOf,
  amountError,
  type CatalogueQuery,
  filtersToDrop,
  findThemes,
} from "@/features/catalogue/filters";
import type { PublicCalls } from "@/features/catalogue/public-calls";
import { calendarOf } from "@/features/catalogue/theme-calls";
import { countThemes } from "@/features/catalogue/words";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  query: CatalogueQuery;
  all: PublicCalls;
}

/** Screen 2: choose among the 17 themes. */
export function Catalogue({ query, all }: Props) {
  const { themes, partial } = findThemes(THEME_LIST, query, all);
  const filters = activeFilters(query);
  const unfolded =
    filters.some(({ key }) => key !== "recherche") || amountError(query) !== undefined;
  return (
    <>
      <PageBreadcrumb current="Thèmes" />
      <h1>Thèmes</h1>
      <p className="fr-text--lead">
        Chaque thème finance un type de projet numérique de l’État, avec ses règles et ses dates.
      </p>
      <FilterForm query={query} open={unfolded} />
      <h2 id="resultats" className="fr-mt-4w">
        {themes.length === 0 ? "Aucun thème" : countThemes(themes.length)}
        {query.search !== "" && ` pour «\u00A0${query.search}\u00A0»`}
      </h2>
      <FilterTags filters={filters} />
      {partial && (
        <p>
          Aucun thème ne contient tous vos mots. Voici {themes.length > 1 ? "ceux" : "celui"} qui en
          {themes.length > 1 ? " contiennent" : " contient"} une partie.
        </p>
      )}
      {themes.length === 0 && <NothingFound query={query} all={all} />}
      <ul className="catalogue-cards">
        {themes.map((theme) => (
          <li key={theme.code}>
            <ThemeCard theme={theme} calendar={calendarOf(all, theme.code)} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why nothing is shown, and which filter to drop. */
function NothingFound({ query, all }: Props) {
  const drops = filtersToDrop(THEME_LIST, query, all);
  return (
    <div className="guichet-empty">
      {drops.length === 0 ? (
        <p>
          Aucun thème ne correspond. Essayez un mot plus courant, ou{" "}
          <a href={addressOf({ search: "", choices: {}, amount: "" })}>voyez les 17 thèmes</a>.
        </p>
      ) : (
        <>
          <p>Aucun thème ne répond à tous ces choix. Retirez-en un{"\u00A0"}:</p>
          <ul>
            {drops.map(({ filter, count }) => (
              <li key={filter.key}>
                <a href={addressOf(filter.without)}>
                  Sans «{"\u00A0"}
                  {filter.label}
                  {"\u00A0"}»
                </a>
                {"\u00A0"}: {countThemes(count)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
