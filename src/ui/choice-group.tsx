import type { InputHTMLAttributes, ReactNode } from "react";
import { type FieldProps, fieldId, fieldLabel } from "@/ui/field";

type NativeProps = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "name" | "id" | "className" | "style" | "type" | "value"
>;

export interface ChoiceOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  native?: NativeProps;
}

export interface ChoiceGroupProps extends Omit<FieldProps, "readOnly"> {
  type: "radio" | "checkbox";
  options: readonly ChoiceOption[];
  /** Values checked at first. */
  checked: readonly string[];
  inline?: boolean;
}

/**
 * A fieldset of radio buttons or boxes sharing one name. The first choice carries the field's id, so that a link of the
 * error summary puts the focus where the answer is given.
 */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { type, name, hint, error, options, checked, optional = false, inline = false } = props;
  const id = props.id ?? fieldId(name);
  const messageId = `${id}-message`;
  const classes = ["fr-fieldset"];
  if (error !== undefined) classes.push("fr-fieldset--error");
  return (
    <fieldset
      className={classes.join(" ")}
      aria-labelledby={error === undefined ? `${id}-legend` : `${id}-legend ${messageId}`}
    >
      <legend className="fr-fieldset__legend fr-fieldset__legend--regular" id={`${id}-legend`}>
        {fieldLabel(props)}
        {hint !== undefined && <span className="fr-hint-text">{hint}</span>}
      </legend>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type={type}
          id={index === 0 ? id : `${id}-${index}`}
          name={name}
          option={option}
          checked={checked.includes(option.value)}
          required={type === "radio" && !optional}
          invalid={error !== undefined}
          inline={inline}
        />
      ))}
      <div className="fr-messages-group" id={messageId} aria-live="polite">
        {error !== undefined && <p className="fr-message fr-message--error">{error}</p>}
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  type: "radio" | "checkbox";
  id: string;
  name: string;
  option: ChoiceOption;
  checked: boolean;
  required: boolean;
  invalid: boolean;
  inline: boolean;
}

function Choice({ type, id, name, option, checked, required, invalid, inline }: ChoiceProps) {
  const element = inline
    ? "fr-fieldset__element fr-fieldset__element--inline"
    : "fr-fieldset__element";
  return (
    <div className={element}>
      <div className={type === "radio" ? "fr-radio-group" : "fr-checkbox-group"}>
        <input
          {...option.native}
          type={type}
          id={id}
          name={name}
          value={option.value}
          {...(option.native?.checked === undefined ? { defaultChecked: checked } : {})}
          required={required}
          aria-invalid={invalid ? true : undefined}
        />
        <label className="fr-label" htmlFor={id}>
          {option.label}
          {option.hint !== undefined && <span className="fr-hint-text">{option.hint}</span>}
        </label>
      </div>
    </div>
  );
}
