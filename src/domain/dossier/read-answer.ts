import { formatMonth } from "@/domain/calendar";
import { formatEuros, parseEuros } from "@/domain/money";
import { parseMonth } from "@/domain/themes/field-kinds";
import type { FieldMeta } from "@/domain/themes/types";

/** The label of a choice; what was typed when it is none. */
export function choiceLabel({ options }: FieldMeta, value: string): string {
  return options?.find((option) => option.value === value)?.label ?? value;
}

/** An answer on one line as a reader reads it. What cannot be read is shown as typed: nothing of a filing is hidden. */
export function readableAnswer(meta: FieldMeta, value: string): string {
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
      return choiceLabel(meta, value);
  }
}

/** Any answer as plain text: choices one per line, a text as typed, « Non renseigné » without any. */
export function answerText(meta: FieldMeta, value: unknown): string {
  if (Array.isArray(value)) {
    const labels = value.flatMap((each) =>
      typeof each === "string" ? [choiceLabel(meta, each)] : [],
    );
    return labels.length === 0 ? NOT_GIVEN : labels.join("\n");
  }
  if (typeof value !== "string" || value.trim() === "") return NOT_GIVEN;
  return meta.widget === "textarea" ? value : readableAnswer(meta, value);
}

const NOT_GIVEN = "Non renseigné";
