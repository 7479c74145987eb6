import {
  lineAmount,
  PLAN_YEARS,
  type PlanColumn,
  planPath,
  TAX_RATES,
  type TypedLine,
} from "@/domain/dossier/funding-plan";
import type { FieldError } from "@/domain/errors";
import { CATEGORY_LABELS, NATURE_LABELS, TAX_LABELS } from "@/domain/funding/labels";
import { formatEuros } from "@/domain/money";
import { EXPENSE_CATEGORIES } from "@/domain/themes/types";
import { CheckboxField } from "@/ui/checkbox-field";
import { errorOf } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { TextField } from "@/ui/text-field";
import { KeptStaffCost, StaffFields } from "./staff-fields";

const NATURES = [
  { value: "T3", label: NATURE_LABELS.T3 },
  { value: "T2", label: NATURE_LABELS.T2 },
];
const CATEGORIES = EXPENSE_CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }));
const TAXES = [
  { value: "TTC", label: TAX_LABELS.TTC },
  { value: "HT", label: TAX_LABELS.HT },
];
const RATES = Object.keys(TAX_RATES).map((value) => ({ value, label: `${value}\u00A0%` }));
const YEARS = PLAN_YEARS.map((year) => ({ value: String(year), label: String(year) }));
const KNOWN = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
  { value: "inconnu", label: "Pas encore connu" },
];
const known = (value: boolean | null) => (value === null ? "inconnu" : value ? "oui" : "non");

export interface PlanLineProps {
  index: number;
  line: TypedLine;
  errors: readonly FieldError[];
  /** The theme counts what goes to innovative and French companies. */
  asksProvider: boolean;
  asksLicence: boolean;
  writable: boolean;
  onButton: (button: string) => void;
}

/** « Dépense 3 : prestation, 120 000,00 € ». */
export function lineTitle(line: TypedLine, index: number): string {
  const amount = lineAmount(line);
  const told = [line.label, amount === null ? "" : formatEuros(amount)].filter(Boolean);
  return told.length > 0
    ? `Dépense ${index + 1}\u00A0: ${told.join(", ")}`
    : `Dépense ${index + 1}`;
}

/** One expense: its fields, and what may be done with it. */
export function PlanLine(props: PlanLineProps) {
  const { index, line, errors, writable, onButton } = props;
  const field = (column: PlanColumn) => {
    const name = planPath(index, column);
    return { name, error: errorOf(errors, name) };
  };
  const isStaff = line.nature === "T2";
  return (
    <fieldset className="guichet-line" id={`depense-${index}`}>
      <legend className="guichet-line__title">{lineTitle(line, index)}</legend>
      <div className="fr-grid-row fr-grid-row--gutters">
        <div className="fr-col-12 fr-col-lg-6">
          <TextField
            {...field("label")}
            label="Intitulé"
            hint={
              index === 0
                ? "Ce qui est payé. Exemple\u00A0: développement de l’annuaire"
                : undefined
            }
            defaultValue={line.label}
            readOnly={!writable}
          />
        </div>
        <div className="fr-col-12 fr-col-sm-6 fr-col-lg-3">
          <TextField
            {...field("typedAmount")}
            label="Montant"
            hint={
              isStaff
                ? "Vide si vous remplissez le calcul"
                : index === 0
                  ? "En euros. Exemple\u00A0: 12\u202F500,50"
                  : undefined
            }
            optional={isStaff}
            defaultValue={line.typedAmount}
            readOnly={!writable}
            native={{ inputMode: "decimal", autoComplete: "off", spellCheck: false }}
          />
        </div>
        <div className="fr-col-12 fr-col-sm-6 fr-col-lg-3">
          <SelectField
            {...field("year")}
            label="Année"
            hint={index === 0 ? "Du paiement" : undefined}
            options={YEARS}
            value={line.year}
          />
        </div>
        <div className="fr-col-12 fr-col-sm-6">
          <SelectField
            {...field("nature")}
            label="Nature"
            hint={
              index === 0
                ? "Titre 2 (T2)\u00A0: ce que coûtent vos agents. Titre 3 (T3)\u00A0: le reste"
                : undefined
            }
            options={NATURES}
            value={line.nature}
          />
        </div>
        <div className="fr-col-12 fr-col-sm-6">
          <SelectField
            {...field("category")}
            label="Catégorie"
            options={CATEGORIES}
            value={line.category}
          />
        </div>
        {isStaff ? <StaffFields {...props} /> : <PurchaseFields {...props} />}
      </div>
      {writable && (
        <ul className="fr-btns-group fr-btns-group--inline fr-btns-group--sm">
          <LineButton verb="duplicate" text="Dupliquer" index={index} onButton={onButton} />
          <LineButton verb="remove" text="Supprimer" index={index} onButton={onButton} />
        </ul>
      )}
    </fieldset>
  );
}

/** What a purchase adds to a salary: its taxes, its provider, what the theme counts of them. */
function PurchaseFields(props: PlanLineProps) {
  const { index, line, errors, asksProvider, asksLicence, writable } = props;
  const name = (column: PlanColumn) => planPath(index, column);
  const field = (column: PlanColumn) => {
    const path = name(column);
    return { name: path, error: errorOf(errors, path) };
  };
  return (
    <>
      <div className="fr-col-12 fr-col-sm-6">
        <SelectField {...field("tax")} label="Montant saisi" options={TAXES} value={line.tax} />
      </div>
      <div className="fr-col-12 fr-col-sm-6">
        {line.tax === "TTC" ? (
          <input type="hidden" name={name("taxRate")} defaultValue={line.taxRate} />
        ) : (
          <SelectField
            {...field("taxRate")}
            label="Taux de TVA"
            options={RATES}
            value={line.taxRate}
          />
        )}
      </div>
      <div className={asksProvider ? "fr-col-12 fr-col-lg-6" : "fr-col-12"}>
        <TextField
          {...field("provider")}
          label="Prestataire"
          optional
          defaultValue={line.provider}
          readOnly={!writable}
        />
      </div>
      {asksProvider ? (
        <>
          <div className="fr-col-12 fr-col-sm-6 fr-col-lg-3">
            <SelectField
              {...field("seatInFrance")}
              label="Siège en France"
              emptyLabel={null}
              options={KNOWN}
              value={known(line.seatInFrance)}
            />
          </div>
          <div className="fr-col-12 fr-col-sm-6 fr-col-lg-3">
            <SelectField
              {...field("innovative")}
              label="Entreprise innovante"
              emptyLabel={null}
              options={KNOWN}
              value={known(line.innovative)}
            />
          </div>
        </>
      ) : (
        <>
          <input
            type="hidden"
            name={name("seatInFrance")}
            defaultValue={known(line.seatInFrance)}
          />
          <input type="hidden" name={name("innovative")} defaultValue={known(line.innovative)} />
        </>
      )}
      <KeptStaffCost index={index} line={line} />
      {asksLicence && line.category === "licence" && (
        <div className="fr-col-12">
          <CheckboxField
            {...field("nonEuropeanLicence")}
            label="Licence d’un produit non européen"
            optional
            defaultChecked={line.nonEuropeanLicence}
          />
        </div>
      )}
    </>
  );
}

interface LineButtonProps {
  verb: "duplicate" | "remove";
  text: string;
  index: number;
  onButton: (button: string) => void;
}

/** A button of a line: at once with script, posted with the form without. */
function LineButton({ verb, text, index, onButton }: LineButtonProps) {
  const button = `${verb}:${index}`;
  return (
    <li>
      <button
        type="submit"
        name="do"
        value={button}
        id={`${verb}-${index}`}
        className="fr-btn fr-btn--tertiary"
        onClick={(event) => {
          event.preventDefault();
          onButton(button);
        }}
      >
        {text}
        <span className="fr-sr-only"> la dépense {index + 1}</span>
      </button>
    </li>
  );
}
