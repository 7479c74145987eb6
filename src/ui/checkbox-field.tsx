import type { InputHTMLAttributes } from "react";
import { ChoiceGroup, type ChoiceGroupProps } from "@/ui/choice-group";
import { type FieldProps, fieldId, fieldLabel } from "@/ui/field";

export interface CheckboxGroupFieldProps extends Omit<ChoiceGroupProps, "type" | "checked"> {
  defaultValues?: readonly string[];
}

/** Several choices among a few, in a fieldset; each checked value is posted under the same name. */
export function CheckboxGroupField({ defaultValues = [], ...props }: CheckboxGroupFieldProps) {
  return <ChoiceGroup {...props} type="checkbox" checked={defaultValues} />;
}

export interface CheckboxFieldProps extends Omit<FieldProps, "readOnly"> {
  defaultChecked?: boolean;
  /** Posted when checked. Default: `oui`. */
  value?: string;
  native?: Omit<
    InputHTMLAttributes<HTMLInputElement>,
    "name" | "id" | "className" | "style" | "type" | "value"
  >;
}

/** One box, such as a commitment to accept. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { name, hint, error, optional = false, value = "oui", defaultChecked, native } = props;
  const id = props.id ?? fieldId(name);
  const messageId = `${id}-message`;
  const group =
    error === undefined
      ? "fr-checkbox-group fr-mb-3w"
      : "fr-checkbox-group fr-checkbox-group--error fr-mb-3w";
  return (
    <div className={group}>
      <input
        {...native}
        type="checkbox"
        id={id}
        name={name}
        value={value}
        {...(native?.checked === undefined ? { defaultChecked } : {})}
        required={native?.required ?? !optional}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={messageId}
      />
      <label className="fr-label" htmlFor={id}>
        {fieldLabel(props)}
        {hint !== undefined && <span className="fr-hint-text">{hint}</span>}
      </label>
      <div className="fr-messages-group" id={messageId} aria-live="polite">
        {error !== undefined && <p className="fr-message fr-message--error">{error}</p>}
      </div>
    </div>
  );
}
