import type { SelectHTMLAttributes } from "react";
import { type FieldProps, fieldId, fieldLabel } from "@/ui/field";

export interface SelectFieldProps extends Omit<FieldProps, "readOnly"> {
  options: readonly { value: string; label: string }[];
  defaultValue?: string | undefined;
  /** What is chosen, where the page follows each change: the element stays, and the focus in it. */
  value?: string;
  /** First option, of empty value. Default: « Sélectionnez une option ». Null: no empty option. */
  emptyLabel?: string | null;
  native?: Omit<SelectHTMLAttributes<HTMLSelectElement>, "name" | "id" | "className" | "style">;
}

/** The form around the list hears each change, and gives the new value back. */
const heardByTheForm = () => undefined;

/** A choice among many. Markup of the DSFR select, renderable on the server. Up to five choices, prefer RadioField. */
export function SelectField(props: SelectFieldProps) {
  const { name, hint, error, optional = false, options, value, defaultValue, native } = props;
  const { emptyLabel = "Sélectionnez une option" } = props;
  const id = props.id ?? fieldId(name);
  const messageId = `${id}-message`;
  const group = error === undefined ? "fr-select-group" : "fr-select-group fr-select-group--error";
  const select = error === undefined ? "fr-select" : "fr-select fr-select--error";
  return (
    <div className={group}>
      <label className="fr-label" htmlFor={id}>
        {fieldLabel(props)}
        {hint !== undefined && <span className="fr-hint-text">{hint}</span>}
      </label>
      <select
        // After a Server Action React resets the form to what each option was born with: a new choice is a new element.
        key={defaultValue}
        {...native}
        className={select}
        id={id}
        name={name}
        {...(value === undefined
          ? { defaultValue: defaultValue ?? "" }
          : { value, onChange: heardByTheForm })}
        required={native?.required ?? !optional}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : messageId}
      >
        {emptyLabel !== null && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <div className="fr-messages-group" aria-live="polite">
        {error !== undefined && (
          <p className="fr-message fr-message--error" id={messageId}>
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
