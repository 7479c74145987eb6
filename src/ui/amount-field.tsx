import { TextField, type TextFieldProps } from "@/ui/text-field";

export interface AmountFieldProps extends Omit<TextFieldProps, "hint"> {
  hint?: TextFieldProps["hint"];
}

/** An amount in euros typed as text (`12 500,50`), so that nothing typed is lost; `domain/money` parses it. */
export function AmountField({ hint, native, ...props }: AmountFieldProps) {
  return (
    <TextField
      {...props}
      hint={hint ?? "En euros, toutes taxes comprises. Exemple\u00A0: 48\u202F000,00"}
      native={{ inputMode: "decimal", autoComplete: "off", spellCheck: false, ...native }}
    />
  );
}
