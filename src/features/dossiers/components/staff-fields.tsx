import { type PlanColumn, planPath, type TypedLine } from "@/domain/dossier/funding-plan";
import { parseStaffCost, staffAmount, staffCostInWords } from "@/domain/dossier/staff-cost";
import type { FieldError } from "@/domain/errors";
import { formatEuros } from "@/domain/money";
import { errorOf } from "@/ui/form-frame";
import { TextField } from "@/ui/text-field";

export interface StaffFieldsProps {
  index: number;
  line: TypedLine;
  errors: readonly FieldError[];
  writable: boolean;
}

/** What a post costs: the amount of a T2 line follows from it. */
export function StaffFields({ index, line, errors, writable }: StaffFieldsProps) {
  const field = (column: PlanColumn & keyof TypedLine) => {
    const name = planPath(index, column);
    return {
      name,
      error: errorOf(errors, name),
      defaultValue: String(line[column] ?? ""),
      readOnly: !writable,
      optional: true,
      native: { inputMode: "decimal", autoComplete: "off", spellCheck: false } as const,
    };
  };
  const cost = parseStaffCost(line);
  return (
    <>
      <div className="fr-col-12 fr-col-sm-6 fr-col-lg-4">
        <TextField
          {...field("annualCost")}
          label="Coût annuel du poste"
          hint="À temps plein, charges comprises. Exemple : 60 000"
        />
      </div>
      <div className="fr-col-12 fr-col-sm-6 fr-col-lg-4">
        <TextField
          {...field("timeShare")}
          label="Part du temps"
          hint="En pourcentage. Exemple : 50 pour un mi-temps"
        />
      </div>
      <div className="fr-col-12 fr-col-sm-6 fr-col-lg-4">
        <TextField {...field("months")} label="Mois dans l’année" hint="12 au plus. Exemple : 6" />
      </div>
      {cost && (
        <p className="fr-col-12 fr-mb-0">
          <output>
            {staffCostInWords(cost)} = {formatEuros(staffAmount(cost))}.
          </output>{" "}
          <span className="fr-hint-text">
            Arrondi au centime le plus proche, le demi-centime au centime supérieur.
          </span>
        </p>
      )}
    </>
  );
}

/** The computation of a line that is no staff cost any more: kept, in case the nature changes back. */
export function KeptStaffCost({ index, line }: Pick<StaffFieldsProps, "index" | "line">) {
  const columns = ["annualCost", "timeShare", "months"] as const;
  return columns
    .filter((column) => line[column] !== "")
    .map((column) => (
      <input
        key={column}
        type="hidden"
        name={planPath(index, column)}
        defaultValue={line[column]}
      />
    ));
}
