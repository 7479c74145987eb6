import { ChoiceGroup, type ChoiceGroupProps } from "@/ui/choice-group";

export interface RadioFieldProps extends Omit<ChoiceGroupProps, "type" | "checked"> {
  defaultValue?: string | undefined;
}

/** One choice among a few, in a fieldset. */
export function RadioField({ defaultValue, ...props }: RadioFieldProps) {
  return (
    <ChoiceGroup
      {...props}
      type="radio"
      checked={defaultValue === undefined ? [] : [defaultValue]}
    />
  );
}

/** The two choices of a yes-or-no question. Posted values: `oui`, `non`. */
export const YES_NO = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
] as const;
