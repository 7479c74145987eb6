import type { BusinessErrorCode, FieldError } from "./errors";

/** What a person typed, by field name; several values for boxes that share a name. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>;

/** What a form knows after having been sent. One union for every form of the portal. */
export type FormState =
  | { status: "idle" }
  | { status: "invalid"; errors: readonly FieldError[]; values: TypedValues }
  | { status: "refused"; code: RefusalCode; message: string; values: TypedValues }
  /** A button changed the form itself: nothing was sent. */
  | { status: "edited"; message: string; values: TypedValues }
  | { status: "done"; message: string; values?: TypedValues };

/** `unexpected` is not a refusal of the rules: the incident is logged, and the sentence gives its number. */
export type RefusalCode = BusinessErrorCode | "unexpected";

/** The state of a form nobody has sent yet. */
export const IDLE: FormState = { status: "idle" };

/** The errors to show beside the fields and in the summary; none in the other states. */
export function formErrors(state: FormState): readonly FieldError[] {
  return state.status === "invalid" ? state.errors : [];
}

/** The sentence about the whole form; undefined when there is none. */
export function formMessage(state: FormState): string | undefined {
  return state.status === "refused" ? state.message : undefined;
}

/** What was typed in a field, so that a refused form loses nothing; `otherwise` before the first sending. */
export function typedValue(state: FormState, name: string, otherwise = ""): string {
  if (!("values" in state) || state.status === "done") return otherwise;
  const value = state.values[name];
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

/** The boxes ticked under a name; `otherwise` before the first sending. */
export function typedValues(
  state: FormState,
  name: string,
  otherwise: readonly string[] = [],
): readonly string[] {
  if (!("values" in state) || state.status === "done") return otherwise;
  const value = state.values[name];
  return typeof value === "string" ? [value] : (value ?? []);
}

/** Fields React and Next add to a posted form. */
const isPlumbing = (name: string) => name.startsWith("$ACTION");

/** What was typed, by name. Files have no place in these forms: they are sent to their own address. */
export function typedValuesOf(form: Iterable<[string, unknown]>): TypedValues {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of form) {
    if (isPlumbing(name) || typeof value !== "string") continue;
    const known = values[name];
    if (known === undefined) values[name] = value;
    else values[name] = [...(typeof known === "string" ? [known] : known), value];
  }
  return values;
}
