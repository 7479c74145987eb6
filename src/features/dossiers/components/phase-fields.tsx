import { CADENCE_OPTIONS, type TypedIndicator, type TypedPhase } from "@/domain/dossier/phases";
import type { FieldError } from "@/domain/errors";
import { AmountField } from "@/ui/amount-field";
import { errorOf } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";

interface Common {
  errors: readonly FieldError[];
  writable: boolean;
  onButton: (button: string) => void;
}

/** One phase: when, how much, the milestone that ends it and what measures it. */
export function PhaseFields(props: Common & { index: number; phase: TypedPhase }) {
  const { index, phase, errors, writable, onButton } = props;
  const field = (column: string) => ({
    name: `phases.${index}.${column}`,
    error: errorOf(errors, `phases.${index}.${column}`),
  });
  const indicators = phase.indicators.map((indicator, place) => ({
    id: `${index}.${place}`,
    place,
    indicator,
  }));
  const title = phase.name ? `Phase ${index + 1}\u00A0: ${phase.name}` : `Phase ${index + 1}`;
  return (
    <fieldset className="guichet-line">
      <legend className="guichet-line__title">{title}</legend>
      <TextField {...field("name")} label="Nom de la phase" defaultValue={phase.name} />
      <div className="fr-grid-row fr-grid-row--gutters">
        <div className="fr-col-12 fr-col-sm-6 fr-col-lg-4">
          <TextField
            {...field("startMonth")}
            label="Mois de début"
            hint="Exemple : 03/2021"
            defaultValue={phase.startMonth}
          />
        </div>
        <div className="fr-col-12 fr-col-sm-6 fr-col-lg-4">
          <TextField
            {...field("endMonth")}
            label="Mois de fin"
            hint="Exemple : 09/2021"
            defaultValue={phase.endMonth}
          />
        </div>
        <div className="fr-col-12 fr-col-lg-4">
          <AmountField
            {...field("amount")}
            label="Coût de la phase"
            hint="En euros TTC. Exemple : 250 000"
            defaultValue={phase.amount}
          />
        </div>
      </div>
      <TextareaField
        {...field("milestone")}
        label="Jalon qui termine la phase"
        hint="Ce qui sera constaté, et par qui. 1 000 caractères au plus."
        rows={3}
        defaultValue={phase.milestone}
      />
      {indicators.map(({ id, place, indicator }) => (
        <IndicatorFields
          key={id}
          phase={index}
          index={place}
          indicator={indicator}
          errors={errors}
          writable={writable}
          onButton={onButton}
        />
      ))}
      {writable && (
        <ul className="fr-btns-group fr-btns-group--inline fr-btns-group--sm">
          <ListButton button={`add-indicator:${index}`} onButton={onButton}>
            Ajouter un indicateur
          </ListButton>
          <ListButton button={`remove-phase:${index}`} onButton={onButton}>
            {`Supprimer la phase ${index + 1}`}
          </ListButton>
        </ul>
      )}
    </fieldset>
  );
}

function IndicatorFields(
  props: Common & { phase: number; index: number; indicator: TypedIndicator },
) {
  const { phase, index, indicator, errors, writable, onButton } = props;
  const field = (column: keyof TypedIndicator) => {
    const name = `phases.${phase}.indicators.${index}.${column}`;
    return { name, error: errorOf(errors, name), defaultValue: indicator[column] };
  };
  return (
    <fieldset className="guichet-line guichet-line--inner">
      <legend className="guichet-line__title">Indicateur {index + 1}</legend>
      <TextField {...field("name")} label="Nom de l’indicateur" />
      <TextareaField
        {...field("definition")}
        label="Mode de calcul"
        hint="600 caractères au plus."
        rows={2}
      />
      <div className="fr-grid-row fr-grid-row--gutters">
        <div className="fr-col-12 fr-col-sm-4">
          <TextField {...field("unit")} label="Unité" hint="Exemple : %" />
        </div>
        <div className="fr-col-12 fr-col-sm-4">
          <SelectField
            {...field("cadence")}
            label="Fréquence"
            hint="De son calcul"
            options={CADENCE_OPTIONS}
          />
        </div>
        <div className="fr-col-12 fr-col-sm-4">
          <TextField
            {...field("minimum")}
            label="Niveau minimal"
            hint="Exemple : 90"
            native={{ inputMode: "decimal" }}
          />
        </div>
      </div>
      {writable && (
        <ul className="fr-btns-group fr-btns-group--inline fr-btns-group--sm">
          <ListButton button={`remove-indicator:${phase}.${index}`} onButton={onButton}>
            {`Supprimer l’indicateur ${index + 1}`}
          </ListButton>
        </ul>
      )}
    </fieldset>
  );
}

interface ListButtonProps {
  button: string;
  onButton: (button: string) => void;
  children: string;
}

/** A button of the list: at once with script, posted with the form without. */
export function ListButton({ button, onButton, children }: ListButtonProps) {
  return (
    <li>
      <button
        type="submit"
        name="do"
        value={button}
        className="fr-btn fr-btn--tertiary"
        onClick={(event) => {
          event.preventDefault();
          onButton(button);
        }}
      >
        {children}
      </button>
    </li>
  );
}
