import type { TextareaHTMLAttributes } from "react";
import type { FieldProps } from "@/ui/field";
import { TextInput } from "@/ui/text-input";

type NativeProps = Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  "name" | "id" | "className" | "style"
>;

export interface TextareaFieldProps extends FieldProps {
  defaultValue?: string | undefined;
  rows?: number;
  maxLength?: number | undefined;
  native?: NativeProps;
}

/** A text of several lines with its label above, hint and error. */
export function TextareaField(props: TextareaFieldProps) {
  const { defaultValue, rows = 6, maxLength, native, ...field } = props;
  const value = native?.value === undefined ? { defaultValue: kept(defaultValue) } : {};
  return (
    <TextInput
      {...field}
      control={{ as: "textarea", native: { rows, maxLength, ...native, ...value } }}
    />
  );
}

/**
 * A default that React leaves alone. Taking over a page of the server it writes a textarea's default back over what was
 * typed meanwhile, when that default is the very string the page holds; a list of one text is the same default, and is not
 * that string.
 */
function kept(text: string | undefined): readonly string[] | undefined {
  return text === undefined ? undefined : [text];
}
