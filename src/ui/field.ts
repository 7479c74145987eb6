import type { ReactNode } from "react";

/** What every form field takes. Fields are uncontrolled: the browser holds what is typed, with or without script. */
export interface FieldProps {
  /** Name posted with the form, and the path errors refer to. */
  name: string;
  label: ReactNode;
  /** Format and example, under the label: never a placeholder. */
  hint?: ReactNode;
  /** A sentence saying what is wrong and what to do; its example differs from the hint's. */
  error?: string | undefined;
  /** Adds « (optionnel) » to the label and drops `required`. */
  optional?: boolean;
  readOnly?: boolean;
  /** Overrides the id derived from the name. */
  id?: string;
}

/**
 * The id of the field of a name, so that an error summary can link to it: `plan.0.amount` gives `champ-plan-0-amount`.
 * A form that stands several times in a page has a scope of its own.
 */
export function fieldId(name: string, scope?: string): string {
  const whole = scope === undefined ? name : `${scope}.${name}`;
  return `champ-${whole.replace(/[^A-Za-z0-9_-]+/g, "-")}`;
}

/** The label with its « (optionnel) » mark. */
export function fieldLabel({ label, optional }: Pick<FieldProps, "label" | "optional">): ReactNode {
  return optional ? [label, " (optionnel)"] : label;
}
