import { formatMonth } from "@/domain/calendar";
import { formatEuros, parseEuros } from "@/domain/money";
import { parseMonth } from "@/domain/themes/field-kinds";
import type { FieldMeta } from "@/domain/themes/types";

/** An answer of a form as a reader reads it: labels for choices, formatted amounts and months, else what was typed. */
export function FiledAnswer({ meta, value }: { meta: FieldMeta; value: unknown }) {
  if (Array.isArray(value)) {
    const labels = value.flatMap((each) => (typeof each === "string" ? [labelOf(meta, each)] : []));
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
  return readable(meta, value);
}

function labelOf({ options }: FieldMeta, value: string): string {
  return options?.find((option) => option.value === value)?.label ?? value;
}

/** What cannot be read is shown as typed: nothing of a filing is hidden. */
function readable(meta: FieldMeta, value: string): string {
  switch (meta.widget) {
    case "amount": {
      const cents = parseEuros(value);
      return cents === null ? value : formatEuros(cents);
    }
    case "percentage":
      return value.includes("%") ? value : `${value}\u00A0%`;
    case "month": {
      const month = parseMonth(value);
      return month === null ? value : formatMonth(month);
    }
    default:
      return labelOf(meta, value);
  }
}
