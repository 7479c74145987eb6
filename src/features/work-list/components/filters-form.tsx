import { SEARCH_LENGTH } from "@/domain/dossier/search";
import type { FieldError } from "@/domain/errors";
import { routes } from "@/routes";
import { CheckboxGroupField } from "@/ui/checkbox-field";
import { ErrorSummary } from "@/ui/error-summary";
import { errorOf } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { TextField } from "@/ui/text-field";
import { COLUMN_KEYS, COLUMNS } from "../columns";
import {
  AGE_CHOICES,
  assigneeChoices,
  DUE_CHOICES,
  ORDER_CHOICES,
  STATUS_CHOICES,
  themeChoices,
  VISA_CHOICES,
} from "../filter-words";
import { amountText, GRANT_FROM, GRANT_TO, type ListFilters } from "../filters";
import type { Choice, Choices } from "../queries/choices";

interface Props {
  choices: Choices;
  filters: ListFilters & { errors: readonly FieldError[] };
}

/** Search, filters, columns and order in one GET form: the address says the list. */
export function FiltersForm({ choices, filters }: Props) {
  const { errors } = filters;
  return (
    <form action={routes.instruction()} method="get" className="fr-mt-3w fr-mb-2w" noValidate>
      <ErrorSummary errors={errors} before="appliquer ce filtre" />
      {filters.view !== "tous" && <input type="hidden" name="vue" value={filters.view} />}
      {filters.savedId && <input type="hidden" name="enregistree" value={filters.savedId} />}
      <div className="fr-grid-row fr-grid-row--gutters fr-grid-row--bottom">
        <div className="fr-col-12 fr-col-md-4">
          <TextField
            name="recherche"
            label="Numéro, projet, résumé ou porteur"
            optional
            defaultValue={filters.search}
            native={{ type: "search", maxLength: SEARCH_LENGTH }}
          />
        </div>
        <Choose
          name="theme"
          label="Thème"
          all="Tous les thèmes"
          options={themeChoices(choices)}
          value={filters.theme}
        />
        <Choose
          name="statut"
          label="Statut"
          all="Tous ceux de la vue"
          options={STATUS_CHOICES}
          value={filters.status}
        />
      </div>
      <details className="guichet-details fr-mt-2w" open={errors.length > 0 || isRefined(filters)}>
        <summary>Autres filtres, colonnes et ordre</summary>
        <Refinements choices={choices} filters={filters} />
      </details>
      <button type="submit" className="fr-btn fr-btn--secondary">
        Appliquer les filtres
      </button>
    </form>
  );
}

function Refinements({ choices, filters }: Props) {
  const amount = (name: string, label: string, value: ListFilters["grantFrom"]) => (
    <div className="fr-col-12 fr-col-md-4">
      <TextField
        name={name}
        label={label}
        hint="En euros TTC. Exemple&nbsp;: 150&#8239;000"
        optional
        defaultValue={amountText(value)}
        error={errorOf(filters.errors, name)}
        native={{ inputMode: "decimal", maxLength: 20 }}
      />
    </div>
  );
  return (
    <div className="fr-grid-row fr-grid-row--gutters fr-pb-3w">
      <Choose
        name="instructeur"
        label="Instructeur"
        all="Tous"
        options={assigneeChoices(choices)}
        value={filters.assignee}
      />
      <Choose
        name="echeance"
        label="Échéance"
        all="Toutes"
        options={DUE_CHOICES}
        value={filters.due}
      />
      <Choose name="age" label="Âge" all="Tous" options={AGE_CHOICES} value={filters.age} />
      <Choose
        name="visa"
        label="Visa de la DNUM"
        all="Tous"
        options={VISA_CHOICES}
        value={filters.visa}
      />
      <Choose
        name="ministere"
        label="Ministère du porteur"
        all="Tous"
        options={choices.ministries}
        value={filters.ministryId}
      />
      <Choose
        name="etiquette"
        label="Étiquette"
        all="Toutes"
        options={choices.labels.map((value) => ({ value, label: value }))}
        value={filters.label}
      />
      {amount(GRANT_FROM, "Subvention demandée, au moins", filters.grantFrom)}
      {amount(GRANT_TO, "Subvention demandée, au plus", filters.grantTo)}
      <Choose name="tri" label="Ordre" all={null} options={ORDER_CHOICES} value={filters.order} />
      <div className="fr-col-12">
        <CheckboxGroupField
          name="colonne"
          label="Colonnes à côté du numéro"
          optional
          inline
          options={COLUMN_KEYS.map((value) => ({ value, label: COLUMNS[value] }))}
          defaultValues={filters.columns}
        />
      </div>
    </div>
  );
}

/** Whether a filter behind the fold is set: the fold is then open. */
const isRefined = (filters: ListFilters) =>
  [
    filters.assignee,
    filters.due,
    filters.age,
    filters.visa,
    filters.ministryId,
    filters.label,
    filters.grantFrom,
    filters.grantTo,
  ].some((value) => value !== null);

interface ChooseProps {
  name: string;
  label: string;
  /** Label of the empty choice; null where one is always made. */
  all: string | null;
  options: readonly Choice[];
  value: string | number | null;
}

function Choose({ name, label, all, options, value }: ChooseProps) {
  return (
    <div className="fr-col-12 fr-col-md-4">
      <SelectField
        name={name}
        id={`filtre-${name}`}
        label={label}
        options={options}
        defaultValue={value === null ? "" : String(value)}
        emptyLabel={all}
        native={{ required: false }}
      />
    </div>
  );
}
