import { limit } from "@/domain/text";
import type { FieldMeta } from "@/domain/themes/types";
import { AmountField } from "@/ui/amount-field";
import { CheckboxGroupField } from "@/ui/checkbox-field";
import { fieldId } from "@/ui/field";
import { RadioField } from "@/ui/radio-field";
import { SelectField } from "@/ui/select-field";
import { TextField, type TextFieldProps } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";

/** A question of a form as the page sends it to the browser: its name and its metadata, no schema. */
export interface Question {
  field: string;
  meta: FieldMeta;
  /** Names the browser offers as one types; any other text may be typed. */
  suggestions?: readonly { name: string; detail: string }[];
}

export interface AnswerFieldProps extends Question {
  /** As typed: a string, or several for boxes. */
  value: string | readonly string[];
  error?: string | undefined;
  readOnly?: boolean;
}

/** Beyond this many choices a list is easier than buttons. */
const MAX_BUTTONS = 7;

const one = (value: AnswerFieldProps["value"]) =>
  typeof value === "string" ? value : (value[0] ?? "");
const many = (value: AnswerFieldProps["value"]) =>
  typeof value === "string" ? (value === "" ? [] : [value]) : value;

/** Lines shown at first: enough for what is expected, the browser lets the person enlarge. */
const rowsFor = (maxLength: number | undefined) => ((maxLength ?? 0) > 2000 ? 8 : 5);

/** How long an answer may be, said before typing: nothing typed is cut. */
function hintOf({ hint, maxLength, widget }: FieldMeta): string | undefined {
  if (widget !== "textarea" || !maxLength) return hint;
  const longest = `${limit(maxLength)} au plus.`;
  return hint ? `${hint}${/[.!?]$/.test(hint) ? "" : "."} ${longest}` : longest;
}

/** One question of a form: the DSFR field of its widget. */
export function AnswerField(props: AnswerFieldProps) {
  const { field, meta, value, error, readOnly, suggestions } = props;
  const common = {
    name: field,
    label: meta.label,
    hint: hintOf(meta),
    error,
    optional: meta.optional ?? false,
  };
  const text = { ...common, readOnly: readOnly ?? false, defaultValue: one(value) };
  const options = meta.options ?? [];
  switch (meta.widget) {
    case "textarea":
      return <TextareaField {...text} rows={rowsFor(meta.maxLength)} />;
    case "amount":
      return <AmountField {...text} />;
    case "number":
      return <TextField {...text} native={{ inputMode: "numeric", autoComplete: "off" }} />;
    case "percentage":
      return <TextField {...text} native={{ inputMode: "decimal", autoComplete: "off" }} />;
    case "month":
      return <TextField {...text} native={{ autoComplete: "off" }} />;
    case "yes-no":
      return <RadioField {...common} options={options} defaultValue={one(value)} inline />;
    case "choice":
      return options.length > MAX_BUTTONS ? (
        <SelectField {...common} options={options} defaultValue={one(value)} />
      ) : (
        <RadioField {...common} options={options} defaultValue={one(value)} />
      );
    case "choices":
      return <CheckboxGroupField {...common} options={options} defaultValues={many(value)} />;
    default:
      return suggestions ? (
        <SuggestedField field={text} suggestions={suggestions} />
      ) : (
        <TextField {...text} />
      );
  }
}

/** A text field with the browser's own list of suggestions: it needs no script, and holds nobody back. */
function SuggestedField(props: {
  field: TextFieldProps;
  suggestions: NonNullable<Question["suggestions"]>;
}) {
  const list = `${fieldId(props.field.name)}-liste`;
  return (
    <>
      <TextField {...props.field} native={{ list, autoComplete: "off" }} />
      <datalist id={list}>
        {props.suggestions.map(({ name, detail }) => (
          <option key={name} value={name}>
            {detail}
          </option>
        ))}
      </datalist>
    </>
  );
}
