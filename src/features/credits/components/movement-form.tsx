"use client";

import type { MovementKind } from "@/domain/credits/movements";
import { MOVEMENT_WORDS } from "@/domain/credits/movements";
import type { FormState } from "@/domain/form-state";
import { ActionForm } from "@/ui/action-form";
import { AmountField } from "@/ui/amount-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";
import { proposeDossierMovementAction, proposeUnitMovementAction } from "../actions";

interface Props {
  kind: MovementKind;
  /** Whose credits move. */
  of: { unit: string } | { number: string };
  /** Made with the page: the same form sent twice proposes once. */
  formKey: string;
  today: string;
  /** How much there is, beside each amount: « Il reste 12 000,00 €. » */
  left: { ae?: string; cp?: string };
  /** What the form is born with. */
  typed?: { ae?: string; cp?: string };
}

const LABELS = {
  ae: "Autorisations d’engagement (AE)",
  cp: "Crédits de paiement (CP)",
} as const;

/** Proposes one movement: only the fields it needs. Another person confirms it. */
export function MovementForm({ kind, of, formKey, today, left, typed = {} }: Props) {
  const { moves, reference, named } = MOVEMENT_WORDS[kind];
  const action: (state: FormState, form: FormData) => Promise<FormState> =
    "unit" in of ? proposeUnitMovementAction : proposeDossierMovementAction;
  return (
    <ActionForm
      action={action}
      hidden={{ ...of, movement: kind, key: formKey }}
      before={`proposer ${named}`}
    >
      {(field) => (
        <>
          {moves.map((each) => (
            <AmountField
              key={each}
              {...field(each, typed[each])}
              label={LABELS[each]}
              hint={`En euros, toutes taxes comprises. ${left[each] ?? ""}`.trim()}
              optional={moves.length > 1}
            />
          ))}
          {reference && (
            <TextField
              {...field("reference")}
              label={reference}
              hint={"Comme dans la comptabilité. Exemple\u00A0: 2100034567"}
              native={{ autoComplete: "off", maxLength: 40 }}
            />
          )}
          <TextField
            {...field("onDay", today)}
            label="Date comptable"
            native={{ type: "date", max: today }}
          />
          <TextareaField
            {...field("reason")}
            label="Raison"
            hint={"Lue par la personne qui confirme, gardée au journal."}
            rows={3}
            maxLength={500}
          />
          <SubmitButton waiting="Proposition en cours">{`Proposer ${named}`}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
