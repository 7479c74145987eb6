"use client";

import { type MouseEvent, useEffect, useRef, useState } from "react";
import { useFormStatus } from "react-dom";

export interface SubmitButtonProps {
  /** Verb and object: « Déposer le dossier ». */
  children: string;
  /** « Dépôt en cours ». */
  waiting: string;
  priority?: "primary" | "secondary" | "tertiary";
  /** Posted with the form when this button is the one used. */
  name?: string;
  value?: string;
  formAction?: string | ((form: FormData) => void | Promise<void>);
  small?: boolean;
  /** Says something else to screen readers: « Retirer le fichier budget.pdf ». */
  ariaLabel?: string;
}

const LOOKS = {
  primary: "fr-btn",
  secondary: "fr-btn fr-btn--secondary",
  tertiary: "fr-btn fr-btn--tertiary",
} as const;

/**
 * A submit button that waits aloud: « Dépôt en cours… », `aria-disabled` rather than disabled so that the focus stays,
 * and a second press does nothing. Serves Server Actions and plain posts alike.
 */
export function SubmitButton(props: SubmitButtonProps) {
  const { children, waiting, priority = "primary", name, value, formAction, small } = props;
  const { pending } = useFormStatus();
  const [posting, setPosting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    // On the window, after React's own listener on the document: a Server Action prevents the native submission there
    // and reports through useFormStatus.
    const onSubmit = (event: SubmitEvent) => {
      if (!event.defaultPrevented && event.submitter === button.current) setPosting(true);
    };
    // Coming back through the browser's history finds the button ready again.
    const onPageShow = () => setPosting(false);
    window.addEventListener("submit", onSubmit);
    window.addEventListener("pageshow", onPageShow);
    return () => {
      window.removeEventListener("submit", onSubmit);
      window.removeEventListener("pageshow", onPageShow);
    };
  }, []);

  const busy = pending || posting;
  const onClick = (event: MouseEvent) => {
    if (busy) event.preventDefault();
  };
  return (
    <button
      ref={button}
      type="submit"
      className={small ? `${LOOKS[priority]} fr-btn--sm` : LOOKS[priority]}
      aria-disabled={busy ? true : undefined}
      aria-label={busy ? undefined : props.ariaLabel}
      onClick={onClick}
      name={name}
      value={value}
      formAction={formAction}
    >
      {busy ? `${waiting}…` : children}
    </button>
  );
}
