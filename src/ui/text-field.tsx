import type { InputHTMLAttributes } from "react";
import type { FieldProps } from "@/ui/field";
import { TextInput } from "@/ui/text-input";

type NativeProps = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "name" | "id" | "className" | "style"
>;

export interface TextFieldProps extends FieldProps {
  defaultValue?: string | undefined;
  /** `type`, `inputMode`, `autoComplete`, `maxLength`, handlers… */
  native?: NativeProps;
}

/** A one-line text field with its label above, hint and error. */
export function TextField({ defaultValue, native, ...field }: TextFieldProps) {
  const value = native?.value === undefined ? { defaultValue } : {};
  return <TextInput {...field} control={{ as: "input", native: { ...native, ...value } }} />;
}
