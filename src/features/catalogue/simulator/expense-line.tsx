import type { FieldError } from "@/domain/errors";
import { FIELDS, lineField } from "@/features/catalogue/simulator/field-names";
import type { SimulatorSetup } from "@/features/catalogue/simulator/setup";
import { CheckboxField } from "@/ui/checkbox-field";
import { errorOf } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { TextField } from "@/ui/text-field";

export interface ExpenseLineProps {
  setup: SimulatorSetup;
  /** The line's own number, which never changes. */
  line: number;
  /** Its place on the page, from 1. */
  place: number;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldError[];
  /** The last line left cannot be removed. */
  removable: boolean;
  onRemove: (line: number) => void;
}

const PROVIDER = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
];

/** One spending of the simulator. */
export function ExpenseLine(props: ExpenseLineProps) {
  const { setup, line, place, values, errors } = props;
  const name = (field: Parameters<typeof lineField>[1]) => lineField(line, field);
  const amount = name("amount");
  return (
    <fieldset className="catalogue-line">
      <legend>Dépense {place}</legend>
      <div className="catalogue-line__fields">
        <TextField
          name={amount}
          label="Montant TTC, en euros"
          defaultValue={values[amount]}
          error={errorOf(errors, amount)}
          native={{ inputMode: "decimal", autoComplete: "off", required: false }}
        />
        <LineChoice {...props} field="category" label="Catégorie" options={setup.categories} />
        <LineChoice {...props} field="nature" label="Nature" options={setup.natures} />
        <LineChoice
          {...props}
          field="year"
          label="Année"
          options={setup.years.map((year) => ({ value: year, label: year }))}
        />
        {setup.asksProvider && (
          <SelectField
            name={name("innovative")}
            label="Prestataire innovant, siège en France"
            options={PROVIDER}
            defaultValue={values[name("innovative")] ?? ""}
            emptyLabel="Non précisé"
            native={{ required: false }}
          />
        )}
        {setup.asksForeignLicences && (
          <CheckboxField
            name={name("foreign")}
            label="Licence d’un produit extérieur à l’Europe"
            defaultChecked={values[name("foreign")] === "oui"}
            native={{ required: false }}
          />
        )}
      </div>
      {props.removable && (
        <button
          type="submit"
          className="fr-btn fr-btn--tertiary fr-btn--sm"
          name={FIELDS.remove}
          value={line}
          onClick={(event) => {
            event.preventDefault();
            props.onRemove(line);
          }}
        >
          Retirer la dépense {place}
        </button>
      )}
    </fieldset>
  );
}

interface LineChoiceProps extends ExpenseLineProps {
  field: "category" | "nature" | "year";
  label: string;
  options: readonly { value: string; label: string }[];
}

/** A choice that is always made: a proposal first, that one changes. */
function LineChoice({ setup, line, values, field, label, options }: LineChoiceProps) {
  const name = lineField(line, field);
  return (
    <SelectField
      name={name}
      label={label}
      options={options}
      defaultValue={values[name] ?? setup.proposed[field]}
      emptyLabel={null}
      native={{ required: false }}
    />
  );
}
