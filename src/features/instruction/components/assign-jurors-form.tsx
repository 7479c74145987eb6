"use client";

import { useActionState } from "react";
import type { Day } from "@/domain/calendar";
import { formErrors, formMessage, IDLE, typedValue, typedValues } from "@/domain/form-state";
import { CheckboxGroupField } from "@/ui/checkbox-field";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { assign } from "../actions";

export interface Candidate {
  agentId: string;
  name: string;
  organisation: string;
  conflict: string | null;
}

/** Chooses jurors. Those in conflict are named as such: the portal recuses them whatever is ticked. */
export function AssignJurorsForm(props: {
  number: string;
  candidates: readonly Candidate[];
  /** The call has no session yet: its day is asked. */
  needsDay: boolean;
  today: Day;
  /** The first assignment starts the review. */
  first: boolean;
}) {
  const { number, candidates, needsDay, today, first } = props;
  const [state, action] = useActionState(assign, IDLE);
  const errors = formErrors(state);
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="confier le dossier"
    >
      <input type="hidden" name="number" value={number} />
      <CheckboxGroupField
        name="jurors"
        label="Membres du jury de ce thème"
        hint="Chacun recevra un message et notera seul, sans voir les fiches des autres."
        options={candidates.map(({ agentId, name, organisation, conflict }) => ({
          value: agentId,
          label: name,
          hint: conflict
            ? `${organisation}. Lien d’intérêts\u00A0: ${conflict}. Si vous cochez, le portail le déporte d’office.`
            : organisation,
        }))}
        defaultValues={typedValues(state, "jurors")}
        error={errorOf(errors, "jurors")}
      />
      {needsDay && (
        <TextField
          name="heldOn"
          label="Jour de la séance du jury"
          hint="Les fiches sont à remettre pour ce jour. Cette ouverture n’a pas encore de séance."
          native={{ type: "date", min: today }}
          defaultValue={typedValue(state, "heldOn")}
          error={errorOf(errors, "heldOn")}
        />
      )}
      <SubmitButton waiting="Désignation en cours">
        {first ? "Confier le dossier aux jurés cochés" : "Ajouter les jurés cochés"}
      </SubmitButton>
    </FormFrame>
  );
}
