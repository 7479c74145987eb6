"use client";

import type { Day } from "@/domain/calendar";
import { isFull, PROPOSAL_RULE } from "@/domain/evaluation/jury-proposal";
import { ActionForm } from "@/ui/action-form";
import { CheckboxGroupField } from "@/ui/checkbox-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { assign } from "../actions";
import type { CandidateJuror } from "../queries/jurors";

/** Chooses jurors. Those in conflict are named as such: the portal recuses them whatever is ticked. */
export function AssignJurorsForm(props: {
  number: string;
  candidates: readonly CandidateJuror[];
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
            hint={`Chacun recevra un message et notera seul, sans voir les fiches des autres. Ordre de la liste\u00A0: ${PROPOSAL_RULE.charAt(0).toLowerCase()}${PROPOSAL_RULE.slice(1)}`}
            options={candidates.map((candidate) => ({
              value: candidate.agentId,
              label: candidate.name,
              hint: sentences(candidate),
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

/** What one weighs before choosing a person: where they work, a conflict, their load, what they know. */
function sentences(candidate: CandidateJuror): string {
  const { organisation, conflict, matching, skills, load, capacity } = candidate;
  const known = matching.length > 0 ? matching : skills;
  const words = matching.length > 0 ? "Compétences en rapport" : "Compétences";
  return [
    `${organisation}.`,
    conflict &&
      `Lien d’intérêts\u00A0: ${conflict}. Si vous cochez, le portail le déporte d’office.`,
    `${load} dossier${load > 1 ? "s" : ""} en cours${capacity === null ? "" : ` sur ${capacity}`}${isFull(candidate) ? ", autant qu’il peut en prendre" : ""}.`,
    known.length > 0 && `${words}\u00A0: ${known.join(", ")}.`,
  ]
    .filter((sentence) => sentence)
    .join(" ");
}
