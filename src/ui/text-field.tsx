import { Input } from "@codegouvfr/react-dsfr/Input";
import type { InputHTMLAttributes } from "react";
import { type FieldProps, fieldId, fieldLabel, fieldState } from "@/ui/field";

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
export function TextField(props: TextFieldProps) {
  const { name, hint, error, optional = false, readOnly, defaultValue, native, id } = props;
  return (
    <Input
      label={fieldLabel(props)}
      hintText={hint}
      {...fieldState(error)}
      nativeInputProps={{
        ...native,
        id: id ?? fieldId(name),
        name,
        readOnly,
        ...(native?.value === undefined ? { defaultValue } : {}),
        required: !optional,
        "aria-invalid": error === undefined ? undefined : true,
      }}
    />
  );
}
