"use client";

import type { ReactNode } from "react";
import {
  type FormState,
  formErrors,
  formMessage,
  typedValue,
  typedValues,
} from "@/domain/form-state";
import { fieldId } from "@/ui/field";
import { errorOf, FormFrame, type FormFrameProps } from "@/ui/form-frame";
import { Message } from "@/ui/message";
import { useFormAction } from "@/ui/use-form-action";

/** What a field of the form receives: its name, what was typed in it, its error. */
export interface FieldOf {
  (
    name: string,
    otherwise?: string,
  ): { name: string; id: string; defaultValue: string; error?: string };
  /** The same for boxes that share a name. */
  many(name: string): {
    name: string;
    id: string;
    defaultValues: readonly string[];
    error?: string;
  };
}

type Props = Pick<FormFrameProps, "before" | "requiredSentence" | "id" | "scope"> & {
  /** A Server Action made by `formAction`. */
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What the form sends without asking. */
  hidden?: Readonly<Record<string, string | number>>;
  children: ReactNode | ((field: FieldOf) => ReactNode);
};

/** A form of the back-office: a refusal comes back with its sentences and all that was typed, with or without script. */
export function ActionForm({ action, hidden = {}, children, ...frame }: Props) {
  const [state, send] = useFormAction(action);
  const errors = formErrors(state);
  return (
    <FormFrame {...frame} action={send} errors={errors} message={formMessage(state)}>
      {state.status === "done" && (
        <Message severity="success" small role="status">
          {state.message}
        </Message>
      )}
      {state.status === "edited" && (
        <p className="fr-sr-only" role="status">
          {state.message}
        </p>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {typeof children === "function" ? children(fieldsOf(state, frame.scope)) : children}
    </FormFrame>
  );
}

function fieldsOf(state: FormState, scope: string | undefined): FieldOf {
  const errorAt = (name: string) => {
    const error = errorOf(formErrors(state), name);
    return error === undefined ? {} : { error };
  };
  const one = (name: string, otherwise = "") => ({
    name,
    id: fieldId(name, scope),
    defaultValue: typedValue(state, name, otherwise),
    ...errorAt(name),
  });
  const many = (name: string) => ({
    name,
    id: fieldId(name, scope),
    defaultValues: typedValues(state, name),
    ...errorAt(name),
  });
  return Object.assign(one, { many });
}
