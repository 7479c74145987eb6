/** An answer as typed: a text, or the values of the boxes ticked. */
export type AnswerValue = string | readonly string[];

/** A value of an answer, whatever came from a copy or from the portal; empty when it is not one. */
export function asAnswerValue(value: unknown): AnswerValue {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : "";
}
