import { choiceLabel, readableAnswer } from "@/domain/dossier/read-answer";
import type { FieldMeta } from "@/domain/themes/types";

/** An answer of a form as a reader reads it: labels for choices, formatted amounts and months, else what was typed. */
export function FiledAnswer({ meta, value }: { meta: FieldMeta; value: unknown }) {
  if (Array.isArray(value)) {
    const labels = value.flatMap((each) =>
      typeof each === "string" ? [choiceLabel(meta, each)] : [],
    );
    if (labels.length === 0) return "Non renseigné";
    return (
      <ul>
        {labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    );
  }
  if (typeof value !== "string" || value.trim() === "") return "Non renseigné";
  if (meta.widget === "textarea") return <span className="guichet-typed">{value}</span>;
  return readableAnswer(meta, value);
}
