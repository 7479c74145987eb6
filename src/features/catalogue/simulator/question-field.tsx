import type { Question } from "@/features/catalogue/simulator/questions";
import { RadioField, YES_NO } from "@/ui/radio-field";
import { TextField } from "@/ui/text-field";

interface Props {
  question: Question;
  value: string | undefined;
  error: string | undefined;
}

/** One question of a theme. None is compulsory: no answer, no objection. */
export function QuestionField({ question, value, error }: Props) {
  const { name, label, hint, kind, options } = question;
  const field = { name, label, hint, error, optional: true, defaultValue: value };
  if (kind === "yes-no") return <RadioField {...field} options={YES_NO} inline />;
  if (kind === "choice") return <RadioField {...field} options={options ?? []} />;
  if (kind === "date") return <TextField {...field} native={{ type: "date" }} />;
  return <TextField {...field} native={{ inputMode: "decimal", autoComplete: "off" }} />;
}
