import type { Question } from "./answer-field";
import type { AnswerValue } from "./answer-value";

/** An answer in words: the labels of choices, the text of the rest. */
export function answerText({ meta }: Question, value: AnswerValue): string {
  const label = (item: string) =>
    meta.options?.find((option) => option.value === item)?.label ?? item;
  return typeof value === "string" ? label(value) : value.map(label).join(", ");
}
