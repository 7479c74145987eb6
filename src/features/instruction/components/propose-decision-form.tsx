"use client";

import { DECISION_MOTIVES } from "@/domain/evaluation/motives";
import { type Cents, formatEuros } from "@/domain/money";
import type { Outcome } from "@/domain/themes/types";
import { ActionForm } from "@/ui/action-form";
import { AmountField } from "@/ui/amount-field";
import { RadioField } from "@/ui/radio-field";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { propose } from "../actions";
import { ExpectationFields } from "./expectation-fields";

const CHOICES = [
  { value: "accepted", label: "Accepter, avec un montant" },
  { value: "refused", label: "Refuser, avec un motif" },
  {
    value: "to-be-presented-again",
    label: "Demander une nouvelle présentation, avec des attentes",
  },
] as const;

/** Proposes a decision. Nothing is preselected; outcomes written in the theme's text come first. */
export function ProposeDecisionForm(props: {
  number: string;
  /** The sitting it is proposed in; absent outside one. */
  session?: string;
  bound: Cents;
  left: Cents;
  written: readonly Outcome[];
  /** What an expectation may be about. */
  targets: readonly { value: string; label: string }[];
}) {
  const { number, session, bound, left, written, targets } = props;
  const ranked = [...CHOICES].sort(
    (a, b) => Number(written.includes(b.value)) - Number(written.includes(a.value)),
  );
  return (
    <ActionForm
      action={propose}
      hidden={{ number, ...(session && { session }) }}
      before="proposer la décision"
    >
      {(field) => (
        <div className="guichet-proposal">
          {/* The button that `Enter` presses, whatever buttons the list of expectations shows before the visible one. */}
          <button type="submit" hidden tabIndex={-1}>
            Proposer la décision
          </button>
          <RadioField
            {...field("outcome")}
            label="Sens de la décision"
            options={ranked.map(({ value, label }) => ({
              value,
              label,
              ...(written.includes(value)
                ? {}
                : { hint: "Non prévu par le texte de ce thème, ouvert par lecture retenue." }),
            }))}
          />
          <AmountField
            {...field("amount")}
            label="Montant accordé, TTC"
            hint={`Seulement si vous acceptez. Au plus ${formatEuros(bound)} (subvention calculée) et ${formatEuros(left)} (reste de l’enveloppe).`}
            optional
          />
          <ExpectationFields field={field} targets={targets} />
          <SelectField
            {...field("motiveCode")}
            label="Raison principale"
            hint="Sert aux statistiques. Le porteur ne la lit pas."
            options={DECISION_MOTIVES}
          />
          <TextareaField
            {...field("motive")}
            label="Raisons de la décision"
            hint="Le porteur les lira telles quelles dans la lettre."
            rows={8}
            maxLength={6000}
          />
          <TextareaField
            {...field("strengths")}
            label="Points forts"
            hint="Un par ligne. Ils figurent dans la lettre."
            rows={4}
            maxLength={4000}
            optional
          />
          <TextareaField
            {...field("weaknesses")}
            label="Points faibles"
            hint="Un par ligne. Ils figurent dans la lettre."
            rows={4}
            maxLength={4000}
            optional
          />
          <SubmitButton waiting="Enregistrement en cours">Proposer la décision</SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}
