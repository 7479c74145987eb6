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
  const value = native?.value === undefined ? { defaultValue } : {};
  return (
    <TextInput
      {...field}
      control={{ as: "textarea", native: { rows, maxLength, ...native, ...value } }}
    />
  );
}
