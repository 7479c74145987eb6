import { Input } from "@codegouvfr/react-dsfr/Input";
import type { TextareaHTMLAttributes } from "react";
import { type FieldProps, fieldId, fieldLabel, fieldState } from "@/ui/field";

type NativeProps = Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  "name" | "id" | "className" | "style"
>;

export interface TextareaFieldProps extends FieldProps {
  defaultValue?: string | undefined;
  rows?: number;
  maxLength?: number;
  native?: NativeProps;
}

/** A text of several lines with its label above, hint and error. */
export function TextareaField(props: TextareaFieldProps) {
  const { name, hint, error, optional = false, readOnly, defaultValue, native, id } = props;
  return (
    <Input
      textArea
      label={fieldLabel(props)}
      hintText={hint}
      {...fieldState(error)}
      nativeTextAreaProps={{
        rows: props.rows ?? 6,
        maxLength: props.maxLength,
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
