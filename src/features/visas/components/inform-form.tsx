"use client";

import type { VisaRequirement } from "@/domain/dossier/visa";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { informDnumAction } from "../actions";

/** The carrier shows its draft to the DNUM: what it shows is above. */
export function InformForm(props: { number: string; requirement: VisaRequirement }) {
  const { number, requirement } = props;
  return (
    <ActionForm
      action={informDnumAction}
      hidden={{ number }}
      before="informer la DNUM"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("message")}
            label="Un message pour la DNUM"
            hint="Exemple : nous en avons parlé avec votre pôle identités le 6 janvier"
            optional
            maxLength={2000}
          />
          <p>
            En l’envoyant, vous acceptez que la DNUM lise ce résumé. La date et votre nom sont
            enregistrés.
          </p>
          <SubmitButton waiting="Envoi en cours">
            {requirement === "information" ? "Informer la DNUM" : "Présenter le dossier à la DNUM"}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
