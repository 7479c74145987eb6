import {
  CERTAINTIES,
  CERTAINTY_LABELS,
  MAX_CO_FINANCERS,
  type TypedCoFinancer,
} from "@/domain/dossier/co-financing";
import type { FieldError } from "@/domain/errors";
import { errorOf } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { TextField } from "@/ui/text-field";
import type { Shown } from "./use-plan";

export interface CoFinancersProps {
  lines: readonly Shown<TypedCoFinancer>[];
  errors: readonly FieldError[];
  writable: boolean;
  onButton: (button: string) => void;
}

const CHOICES = CERTAINTIES.map((value) => ({ value, label: CERTAINTY_LABELS[value] }));

/** Who else pays: one row each, none at first. */
export function CoFinancers({ lines, errors, writable, onButton }: CoFinancersProps) {
  const button = (value: string, more: { id?: string; className: string }) => ({
    ...more,
    type: "submit" as const,
    name: "do",
    value,
    onClick: (event: React.MouseEvent) => {
      event.preventDefault();
      onButton(value);
    },
  });
  return (
    <section aria-labelledby="co-financeurs" className="fr-mb-4w">
      <h3 id="co-financeurs" className="fr-h6 fr-mb-1w">
        Les co-financeurs
      </h3>
      <p className="fr-hint-text">
        Ceux qui paient une part du projet en plus du fonds et de vous. Sans co-financeur, passez à
        la suite.
      </p>
      {lines.map(({ id, line }, index) => {
        const cell = (column: keyof TypedCoFinancer) => {
          const name = `coFinancers.${index}.${column}`;
          return { name, error: errorOf(errors, name) };
        };
        const field = (column: keyof TypedCoFinancer) => ({
          ...cell(column),
          defaultValue: line[column],
        });
        return (
          <fieldset key={id} className="guichet-line">
            <legend className="guichet-line__title">Co-financeur {index + 1}</legend>
            <div className="fr-grid-row fr-grid-row--gutters">
              <div className="fr-col-12 fr-col-lg-6">
                <TextField {...field("name")} label="Nom" readOnly={!writable} />
              </div>
              <div className="fr-col-12 fr-col-sm-6 fr-col-lg-3">
                <TextField
                  {...field("typedAmount")}
                  label="Montant"
                  readOnly={!writable}
                  native={{ inputMode: "decimal", autoComplete: "off", spellCheck: false }}
                />
              </div>
              <div className="fr-col-12 fr-col-sm-6 fr-col-lg-3">
                <SelectField
                  {...cell("certainty")}
                  label="Financement"
                  options={CHOICES}
                  value={line.certainty}
                />
              </div>
            </div>
            {writable && (
              <button
                {...button(`remove-co-financer:${index}`, {
                  className: "fr-btn fr-btn--sm fr-btn--tertiary fr-mt-2w",
                })}
              >
                Supprimer<span className="fr-sr-only"> le co-financeur {index + 1}</span>
              </button>
            )}
          </fieldset>
        );
      })}
      {writable && lines.length < MAX_CO_FINANCERS && (
        <button
          {...button("add-co-financer", {
            id: "ajouter-un-co-financeur",
            className: "fr-btn fr-btn--secondary",
          })}
        >
          Ajouter un co-financeur
        </button>
      )}
    </section>
  );
}
