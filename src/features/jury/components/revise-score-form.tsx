"use client";

import { anchorOf, SCORE_VALUES, SCORE_WORDS } from "@/domain/evaluation/scores";
import type { Criterion } from "@/domain/themes/types";
import { ActionForm } from "@/ui/action-form";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { revise } from "../actions";

/** Changes one score, with its reason. */
export function ReviseScoreForm(props: { number: string; criterion: Criterion; revision: number }) {
  const { number, criterion, revision } = props;
  return (
    <ActionForm
      action={revise}
      hidden={{ number, criterion: criterion.key, revision }}
      before="changer la note"
    >
      {(field) => (
        <>
          <RadioField
            {...field("value")}
            label="Nouvelle note"
            options={SCORE_VALUES.map((value) => ({
              value: String(value),
              label: `${value}\u00A0: ${SCORE_WORDS[value].toLowerCase()}`,
              hint: anchorOf(criterion, value),
            }))}
          />
          <TextareaField
            {...field("reason")}
            label="Ce qui vous fait changer cette note"
            hint="Lu par ceux qui lisent les notes du jury. Le porteur ne le lit pas."
            rows={4}
            maxLength={2000}
          />
          <SubmitButton waiting="Enregistrement en cours">Changer ma note</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
