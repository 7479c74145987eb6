import { type TypedLine, typedLineSchema } from "@/domain/dossier/funding-plan";
import type { SimulationAnswers, Verdict } from "@/domain/funding/types";
import type { CarrierKind, ExpenseCategory } from "@/domain/themes/types";

/** A complete example of a request under a theme, for the tests and the demonstration data. */
export interface Sample {
  carrier: { kind: CarrierKind };
  call: "guichet" | "aap";
  /** An instant at which the call is open: the day of the demonstration. */
  filedAt: Date;
  lines: readonly TypedLine[];
  answers: Partial<SimulationAnswers>;
  /** What the rules say of it: eligible, but where no rule is published (ITN7). */
  verdict: Verdict;
  /** The form as typed, where the form is open on the portal. */
  typed?: Readonly<Record<string, unknown>>;
}

/** The demonstration is dated 20 January 2021, 10:00 in Paris. */
export const SAMPLE_INSTANT = new Date("2021-01-20T10:00:00+01:00");

/** A line of spending as typed: T3, 2021, TTC unless told. */
export function spend(
  label: string,
  category: ExpenseCategory,
  typedAmount: string,
  more: Partial<TypedLine> = {},
): TypedLine {
  const line = { nature: "T3", year: "2021", tax: "TTC", taxRate: "20", ...more };
  return typedLineSchema.parse({ label, category, typedAmount, ...line });
}

/** A line of staff cost as typed. */
export function staff(label: string, typedAmount: string, year = "2021"): TypedLine {
  return spend(label, "staff", typedAmount, { nature: "T2", year, tax: "", taxRate: "" });
}
