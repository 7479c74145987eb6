"use client";

import { TRANSITIONS } from "@/domain/dossier/transitions";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import {
  acceptRedirectionAction,
  declineRedirectionAction,
  proposeRedirectionAction,
  withdrawRedirectionAction,
} from "../actions";
import { MAX_REASON } from "../schemas";

/** Proposes a dossier to a theme already chosen and compared. */
export function ProposeForm(props: { number: string; call: string; theme: string }) {
  const { number, call, theme } = props;
  return (
    <ActionForm
      action={proposeRedirectionAction}
      hidden={{ number, call }}
      before="proposer le dossier"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label={`Pourquoi ce dossier est pour ${theme}`}
            hint="Le porteur du thème sollicité lit ce texte avant de répondre. Le porteur du projet ne le lit pas."
            rows={5}
            maxLength={MAX_REASON}
          />
          <TextareaField
            {...field("carrierReason")}
            label="Ce que le porteur du projet lira"
            hint="Il le lit seulement si le thème accepte. Dites ce que son projet y gagne."
            rows={5}
            maxLength={MAX_REASON}
          />
          <SubmitButton waiting="Envoi en cours">{`Proposer le dossier à ${theme}`}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Takes a proposal back. */
export function WithdrawForm({ number }: { number: string }) {
  return (
    <ActionForm
      action={withdrawRedirectionAction}
      hidden={{ number }}
      before="retirer la proposition"
      requiredSentence={false}
    >
      <SubmitButton waiting="Retrait en cours" priority="secondary">
        Retirer la proposition
      </SubmitButton>
    </ActionForm>
  );
}

interface Answered {
  number: string;
  redirection: string;
}

/** Takes the dossier into the theme that is asked. */
export function AcceptForm({ number, redirection }: Answered) {
  return (
    <ActionForm
      action={acceptRedirectionAction}
      hidden={{ number, redirection }}
      before="accepter le dossier"
      requiredSentence={false}
    >
      <SubmitButton waiting="Enregistrement en cours">{TRANSITIONS.redirect.label}</SubmitButton>
    </ActionForm>
  );
}

/** Leaves it to the theme that has it. */
export function DeclineForm({ number, redirection }: Answered) {
  return (
    <ActionForm
      action={declineRedirectionAction}
      hidden={{ number, redirection }}
      before="décliner le dossier"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Pourquoi votre thème ne prend pas ce dossier"
            hint="Le thème qui le propose lit ce texte. Le porteur du projet ne le lit pas."
            rows={5}
            maxLength={MAX_REASON}
          />
          <SubmitButton waiting="Envoi en cours">Décliner le dossier</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
