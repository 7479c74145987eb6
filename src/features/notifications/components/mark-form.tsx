"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { formMessage } from "@/domain/form-state";
import { FormFrame } from "@/ui/form-frame";
import { useFormAction } from "@/ui/use-form-action";
import { mark } from "../actions";

/**
 * The form around the list: each of its buttons marks one notice, or all of them. What was done is said, and the focus
 * goes there, since the button pressed moves with its notice.
 */
export function MarkForm({ children }: { children: ReactNode }) {
  const [state, action] = useFormAction(mark);
  const outcome = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state.status === "done") outcome.current?.focus();
  }, [state]);
  return (
    <FormFrame action={action} message={formMessage(state)} requiredSentence={false}>
      <p ref={outcome} role="status" tabIndex={-1}>
        {state.status === "done" && state.message}
      </p>
      {children}
    </FormFrame>
  );
}
