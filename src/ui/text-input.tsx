import type { InputHTMLAttributes, TextareaHTMLAttributes } from "react";
import { type FieldProps, fieldId, fieldLabel } from "@/ui/field";

export interface TextInputProps extends FieldProps {
  /** The element and its own attributes; what the field itself sets wins over them. */
  control:
    | { as: "input"; native: InputHTMLAttributes<HTMLInputElement> }
    | { as: "textarea"; native: TextareaHTMLAttributes<HTMLTextAreaElement> };
}

/**
 * The DSFR text field: label above, hint, message. Its own markup rather than react-dsfr's, whose table of colours would
 * enter the browser's bundle with it.
 */
export function TextInput(props: TextInputProps) {
  const { name, hint, error, optional = false, readOnly, control } = props;
  const id = props.id ?? fieldId(name);
  const messageId = `${id}-message`;
  const invalid = error !== undefined;
  const described = [invalid ? messageId : undefined, control.native["aria-describedby"]];
  const common = {
    className: invalid ? "fr-input fr-input--error" : "fr-input",
    id,
    name,
    readOnly,
    required: control.native.required ?? !optional,
    "aria-invalid": invalid || undefined,
    "aria-describedby": described.filter((value) => value !== undefined).join(" ") || undefined,
  };
  return (
    <div className={invalid ? "fr-input-group fr-input-group--error" : "fr-input-group"}>
      <label className="fr-label" htmlFor={id}>
        {fieldLabel(props)}
        {hint !== undefined && <span className="fr-hint-text">{hint}</span>}
      </label>
      {control.as === "input" ? (
        <input type="text" {...control.native} {...common} />
      ) : (
        <textarea {...control.native} {...common} />
      )}
      <div className="fr-messages-group" aria-live="polite">
        {invalid && (
          <p className="fr-message fr-message--error" id={messageId}>
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
