import { amountError, type CatalogueQuery, CHOICE_FILTERS } from "@/features/catalogue/filters";
import { routes } from "@/routes";
import { AmountField } from "@/ui/amount-field";
import { SelectField } from "@/ui/select-field";

/** Search and filters in one GET form: the address says it all, with or without script. */
export function FilterForm({ query, open }: { query: CatalogueQuery; open: boolean }) {
  return (
    <form action={routes.themes()} method="get" noValidate>
      <search className="fr-search-bar fr-search-bar--lg">
        <label className="fr-label" htmlFor="recherche">
          Rechercher un thème
        </label>
        <input
          className="fr-input"
          type="search"
          id="recherche"
          name="recherche"
          defaultValue={query.search}
          maxLength={200}
          autoComplete="off"
          aria-describedby="recherche-aide"
        />
        <button className="fr-btn" type="submit">
          Rechercher
        </button>
      </search>
      <p className="fr-hint-text fr-mt-1w" id="recherche-aide">
        Avec vos mots, par exemple{"\u00A0"}: fibre, formation, visioconférence
      </p>
      <details className="guichet-details catalogue-filters" open={open}>
        <summary>Filtrer les thèmes</summary>
        <div className="catalogue-filters__fields">
          {CHOICE_FILTERS.map(({ name, label, options }) => (
            <SelectField
              key={name}
              name={name}
              id={`filtre-${name}`}
              label={label}
              options={options}
              defaultValue={query.choices[name] ?? ""}
              emptyLabel="Tous"
              native={{ required: false }}
            />
          ))}
          <AmountField
            name="montant"
            id="filtre-montant"
            label="Coût du projet"
            hint="En euros TTC. Exemple : 120 000"
            defaultValue={query.amount}
            error={amountError(query)}
            native={{ required: false }}
          />
        </div>
        <button className="fr-btn fr-btn--secondary" type="submit">
          Appliquer les filtres
        </button>
      </details>
    </form>
  );
}
