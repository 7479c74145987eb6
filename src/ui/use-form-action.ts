"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { useActionState, useMemo } from "react";
import { type FormState, IDLE, typedValuesOf } from "@/domain/form-state";

/** A Server Action made by `formAction`. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

const NOT_CONFIRMED =
  "L’envoi n’est pas confirmé\u00A0: le portail n’a pas répondu. Votre saisie reste ici\u00A0: vérifiez votre connexion, puis recommencez.";
const NEW_VERSION =
  "Le portail a été mis à jour pendant votre saisie\u00A0: rien n’est envoyé. Votre texte reste ici\u00A0: copiez-le, rechargez la page, puis recommencez.";

/**
 * The action, answering in the form itself when the portal cannot: network cut, server restarted, page older than the
 * portal. Left to itself the failure would replace the page, and what is typed would be gone.
 */
export function keepingWhatIsTyped(action: FormAction): FormAction {
  return async (state, form) => {
    try {
      return await action(state, form);
    } catch (error) {
      // A redirection is thrown too: it is the router's.
      unstable_rethrow(error);
      return {
        status: "refused",
        code: "unavailable",
        message: unstable_isUnrecognizedActionError(error) ? NEW_VERSION : NOT_CONFIRMED,
        values: typedValuesOf(form),
      };
    }
  };
}

/** The state of a form and what sends it. Without script the browser posts to the action itself. */
export function useFormAction(action: FormAction) {
  const sent = useMemo(
    () => (typeof window === "undefined" ? action : keepingWhatIsTyped(action)),
    [action],
  );
  return useActionState(sent, IDLE);
}
