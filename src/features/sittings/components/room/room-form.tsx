"use client";

import type { ReactNode } from "react";
import { type FormState, formErrors, formMessage, typedValue } from "@/domain/form-state";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { SubmitButton } from "@/ui/submit-button";
import { useFormAction } from "@/ui/use-form-action";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** A field of a form of the room: its name, what was typed in it, its error. */
export type RoomField = (
  name: string,
  otherwise?: string,
) => { name: string; defaultValue: string; error?: string };

/**
 * A form of the room. What it does is seen in the room itself, so it says nothing of its success; a refusal comes back
 * with its sentence and all that was typed.
 */
export function RoomForm(props: {
  action: Action;
  hidden: Readonly<Record<string, string | number>>;
  before?: string;
  children: ReactNode | ((field: RoomField) => ReactNode);
}) {
  const { action, hidden, before = "continuer", children } = props;
  const [state, send] = useFormAction(action);
  const errors = formErrors(state);
  const field: RoomField = (name, otherwise = "") => {
    const error = errorOf(errors, name);
    return {
      name,
      defaultValue: typedValue(state, name, otherwise),
      ...(error === undefined ? {} : { error }),
    };
  };
  return (
    <FormFrame
      action={send}
      errors={errors}
      message={formMessage(state)}
      before={before}
      requiredSentence={false}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {typeof children === "function" ? children(field) : children}
    </FormFrame>
  );
}

/** One button that acts at once. */
export function RoomButton(props: {
  action: Action;
  hidden: Readonly<Record<string, string | number>>;
  children: string;
  waiting?: string;
  priority?: "primary" | "secondary" | "tertiary";
  small?: boolean;
  ariaLabel?: string;
}) {
  const { action, hidden, children, waiting = "En cours", priority = "secondary" } = props;
  return (
    <RoomForm action={action} hidden={hidden}>
      <SubmitButton
        waiting={waiting}
        priority={priority}
        small={props.small ?? true}
        {...(props.ariaLabel ? { ariaLabel: props.ariaLabel } : {})}
      >
        {children}
      </SubmitButton>
    </RoomForm>
  );
}
