"use client";

import { useRef } from "react";
import { formErrors, formMessage } from "@/domain/form-state";
import { useAutosave } from "@/ui/autosave/use-autosave";
import { CheckboxField } from "@/ui/checkbox-field";
import { fieldId } from "@/ui/field";
import { FieldGroup } from "@/ui/form-frame";
import { ReadingNote } from "@/ui/reading-note";
import { useFormAction } from "@/ui/use-form-action";
import { saveStepAction } from "../actions";
import { commitmentsTo } from "../autosave/send";
import { StepFrameForm, type StepPlace } from "./step-frame-form";

export interface CommitmentToAccept {
  key: string;
  text: string;
  source: string;
  reading?: string | undefined;
  accepted: boolean;
}

export interface CommitmentsFormProps {
  place: StepPlace;
  saveUrl: string;
  commitments: readonly CommitmentToAccept[];
}

/** The commitments of the theme, accepted one by one: each with its person and its instant. */
export function CommitmentsForm({ place, saveUrl, commitments }: CommitmentsFormProps) {
  const [posted, action] = useFormAction(saveStepAction);
  const form = useRef<HTMLFormElement>(null);
  const autosave = useAutosave({
    send: commitmentsTo({ url: saveUrl, agentId: place.agentId }),
    storeKey: place.storeKey,
    revisions: {},
    onRestore: (kept) => {
      for (const [key, accepted] of Object.entries(kept)) {
        const box = document.getElementById(fieldId(`commitment.${key}`));
        if (box instanceof HTMLInputElement) box.checked = accepted === true;
      }
    },
  });
  return (
    <StepFrameForm
      place={place}
      form={form}
      action={action}
      autosave={autosave}
      onInput={(event) => {
        const box = event.target as HTMLInputElement;
        if (box.name === "accepted") autosave.edit(box.value, box.checked);
      }}
      check={() => []}
      onChecked={() => undefined}
      errors={formErrors(posted)}
      message={formMessage(posted)}
    >
      {commitments.length === 0 ? (
        <p>Ce thème ne demande pas d’engagement particulier.</p>
      ) : (
        <FieldGroup
          legend="Engagements du porteur"
          hint="Cochez chaque engagement que votre organisation prend. La date et votre nom sont gardés."
        >
          {commitments.map(({ key, text, source, reading, accepted }) => (
            <div key={key}>
              <CheckboxField
                name="accepted"
                value={key}
                id={fieldId(`commitment.${key}`)}
                label={text}
                hint={source}
                defaultChecked={accepted}
              />
              {reading && <ReadingNote source={source}>{reading}</ReadingNote>}
            </div>
          ))}
        </FieldGroup>
      )}
    </StepFrameForm>
  );
}
