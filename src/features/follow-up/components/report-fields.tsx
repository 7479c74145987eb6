import { cellField, type ReadRow } from "@/domain/execution/report";
import { formatCell } from "@/domain/execution/report-cells";
import { SECTION_LABELS, SECTIONS } from "@/domain/execution/report-grid";
import { type FormState, formErrors, typedValue } from "@/domain/form-state";
import { errorOf } from "@/ui/form-frame";
import { TextField } from "@/ui/text-field";
import { gapWords } from "../words";

/** The cells of a grid, section by section: one field each, under what was planned and beside the gap. */
export function ReportFields({ rows, posted }: { rows: readonly ReadRow[]; posted: FormState }) {
  return SECTIONS.map((section) => {
    const lines = rows.filter((row) => row.section === section);
    if (lines.length === 0) return null;
    return (
      <fieldset key={section} className="fr-fieldset guichet-grid-section">
        <legend className="fr-fieldset__legend">{SECTION_LABELS[section]}</legend>
        {section === "milestones" && (
          <div className="fr-fieldset__element">
            <p className="fr-hint-text fr-mb-2w">
              Un jour passé{"\u00A0"}: le jalon est franchi. Un jour à venir{"\u00A0"}: il est
              attendu ce jour-là.
            </p>
          </div>
        )}
        {lines.map((row) => (
          <div key={row.key} className="fr-fieldset__element">
            {row.settled ? <SettledLine row={row} /> : <Cell row={row} posted={posted} />}
          </div>
        ))}
      </fieldset>
    );
  });
}

function SettledLine({ row }: { row: ReadRow }) {
  return (
    <p className="fr-mb-2w">
      {row.label}
      <span className="fr-hint-text">
        Franchi le {formatCell(row.kind, row.value)}, dans un compte rendu précédent
      </span>
    </p>
  );
}

const FORMATS = {
  day: "Jour, mois et année",
  euros: "En euros",
  number: "Un nombre",
} as const;

function Cell({ row, posted }: { row: ReadRow; posted: FormState }) {
  const { key, label, kind, planned, unit, optional, typed, toConfirm, source } = row;
  const name = cellField(key);
  const gapId = `ecart-${key.replace(/[^a-z0-9-]+/g, "-")}`;
  const error = errorOf(formErrors(posted), name);
  return (
    <div className="guichet-grid-line">
      <TextField
        name={name}
        label={label}
        optional={optional}
        hint={
          <>
            Prévu{"\u00A0"}: {planned === null ? "rien" : formatCell(kind, planned, unit)}.{" "}
            {FORMATS[kind]}
            {kind === "number" && unit !== "" && ` (${unit})`}.{source !== "" && ` ${source}.`}
          </>
        }
        error={error}
        defaultValue={typedValue(posted, name, typed)}
        native={{
          inputMode: kind === "day" ? "text" : "decimal",
          autoComplete: "off",
          spellCheck: false,
          maxLength: 120,
          "aria-describedby": gapId,
        }}
      />
      <p id={gapId} className="guichet-grid-line__gap">
        {toConfirm ? (
          <span className="guichet-to-confirm">À confirmer</span>
        ) : (
          <>
            Écart{"\u00A0"}: {gapWords(row).toLowerCase()}
          </>
        )}
      </p>
    </div>
  );
}
