"use client";

import type { Day } from "@/domain/calendar";
import { ActionForm } from "@/ui/action-form";
import { CheckboxGroupField } from "@/ui/checkbox-field";
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
  return (
    <ActionForm action={assign} hidden={{ number }} before="confier le dossier">
      {(field) => (
        <>
          <CheckboxGroupField
            {...field.many("jurors")}
            label="Membres du jury de ce thème"
            hint="Chacun recevra un message et notera seul, sans voir les fiches des autres."
            options={candidates.map(({ agentId, name, organisation, conflict }) => ({
              value: agentId,
              label: name,
              hint: conflict
                ? `${organisation}. Lien d’intérêts\u00A0: ${conflict}. Si vous cochez, le portail le déporte d’office.`
                : organisation,
            }))}
          />
          {needsDay && (
            <TextField
              {...field("heldOn")}
              label="Jour de la séance du jury"
              hint="Les fiches sont à remettre pour ce jour. Cette ouverture n’a pas encore de séance."
              native={{ type: "date", min: today }}
            />
          )}
          <SubmitButton waiting="Désignation en cours">
            {first ? "Confier le dossier aux jurés cochés" : "Ajouter les jurés cochés"}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
