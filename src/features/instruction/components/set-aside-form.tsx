"use client";

import { ActionForm } from "@/ui/action-form";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { setAside } from "../actions";

/** Sets a dossier aside: the coded motive stays inside, the carrier reads the text. */
export function SetAsideForm(props: {
  number: string;
  motives: readonly { value: string; label: string }[];
}) {
  const { number, motives } = props;
  return (
    <ActionForm action={setAside} hidden={{ number }} before="écarter le dossier">
      {(field) => (
        <>
          <RadioField
            {...field("motive")}
            label="Raison principale"
            hint="Sert aux statistiques du thème. Le porteur ne la lit pas."
            options={motives}
          />
          <TextareaField
            {...field("explanation")}
            label="Ce que le porteur lira"
            hint="Dites ce qui manque ou ne convient pas, et ce qu’il peut faire ensuite."
            rows={6}
            maxLength={4000}
          />
          <SubmitButton waiting="Enregistrement en cours">Écarter le dossier</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
