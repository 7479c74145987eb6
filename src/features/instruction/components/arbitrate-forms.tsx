"use client";

import { ActionForm } from "@/ui/action-form";
import { AmountField } from "@/ui/amount-field";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { answerLine, confirmRest } from "../actions";

/** Confirms as proposed what has no answer yet. */
export function ConfirmRemainingForm({ list, waiting }: { list: string; waiting: number }) {
  return (
    <ActionForm action={confirmRest} hidden={{ list }} requiredSentence={false}>
      <p>
        Vous pouvez confirmer d’un seul geste les lignes qui restent, telles qu’elles sont
        proposées. Celles dont les crédits manquent restent à arbitrer.
      </p>
      <SubmitButton waiting="Confirmation en cours">
        {waiting > 1 ? `Confirmer les ${waiting} lignes restantes` : "Confirmer la ligne restante"}
      </SubmitButton>
    </ActionForm>
  );
}

/** The minister's answer to one line. Nothing is preselected. */
export function ArbitrateForm(props: {
  list: string;
  number: string;
  /** What is proposed, in words. */
  proposed: string;
  motive: string;
}) {
  const { list, number, proposed, motive } = props;
  return (
    <ActionForm action={answerLine} hidden={{ list, number }} before="arbitrer ce dossier">
      {(field) => (
        <>
          <RadioField
            {...field("answer")}
            label="Réponse du ministre"
            options={[
              { value: "confirmed", label: "Confirmer", hint: `${proposed}.` },
              { value: "changed", label: "Changer, avec un motif" },
              {
                value: "returned",
                label: "Renvoyer, avec un motif",
                hint: "La proposition est close\u00A0; une autre pourra être faite.",
              },
            ]}
          />
          <TextareaField
            {...field("reason")}
            label="Motif du changement ou du renvoi"
            hint="Gardé au journal. Le porteur ne le lit pas."
            rows={3}
            maxLength={2000}
            optional
          />
          <fieldset className="fr-fieldset" aria-labelledby="si-changee">
            <legend className="fr-fieldset__legend" id="si-changee">
              Seulement si vous changez la proposition
            </legend>
            <div className="fr-fieldset__element">
              <RadioField
                {...field("outcome")}
                label="Décision du ministre"
                options={[
                  { value: "accepted", label: "Accepter" },
                  { value: "refused", label: "Refuser" },
                ]}
                optional
              />
            </div>
            <div className="fr-fieldset__element">
              <AmountField
                {...field("amount")}
                label="Montant accordé, TTC"
                hint="Au plus la subvention calculée et le reste de l’enveloppe."
                optional
              />
            </div>
            <div className="fr-fieldset__element">
              <TextareaField
                {...field("motive", motive)}
                label="Raisons de la décision"
                hint="Le porteur les lira telles quelles dans la lettre."
                rows={6}
                maxLength={6000}
                optional
              />
            </div>
          </fieldset>
          <SubmitButton waiting="Enregistrement en cours">Enregistrer la réponse</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
