"use client";

import { ActionForm } from "@/ui/action-form";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { addLabelAction, assignAction, removeLabelAction } from "../actions";

interface AssignProps {
  number: string;
  assignee: string;
  instructors: readonly { value: string; label: string }[];
}

/** Entrusts the dossier to somebody, or to nobody. */
export function AssignForm({ number, assignee, instructors }: AssignProps) {
  return (
    <ActionForm
      action={assignAction}
      hidden={{ number }}
      before="confier l’instruction"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <SelectField
            {...field("assignee", assignee)}
            label="Confier l’instruction à"
            options={instructors}
            emptyLabel="Personne"
            native={{ required: false }}
          />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary" small>
            Confier l’instruction
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Adds a label, among those in use or a new one. */
export function AddLabelForm(props: {
  number: string;
  known: readonly string[];
  maxLength: number;
}) {
  const { number, known, maxLength } = props;
  return (
    <ActionForm
      action={addLabelAction}
      hidden={{ number }}
      before="ajouter l’étiquette"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextField
            {...field("label")}
            label="Ajouter une étiquette"
            hint="Le porteur ne lit pas les étiquettes. Exemple&nbsp;: à relire"
            native={{ maxLength, list: "etiquettes-connues", autoComplete: "off" }}
          />
          <datalist id="etiquettes-connues">
            {known.map((label) => (
              <option key={label} value={label} />
            ))}
          </datalist>
          <SubmitButton waiting="Enregistrement en cours" priority="secondary" small>
            Ajouter l’étiquette
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

export function RemoveLabelForm({ number, label }: { number: string; label: string }) {
  return (
    <ActionForm action={removeLabelAction} hidden={{ number, label }} requiredSentence={false}>
      <SubmitButton
        waiting="Retrait en cours"
        priority="tertiary"
        small
        ariaLabel={`Retirer l’étiquette ${label}`}
      >
        Retirer
      </SubmitButton>
    </ActionForm>
  );
}
