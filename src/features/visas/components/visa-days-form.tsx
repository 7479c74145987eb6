"use client";

import { VISA_DAYS } from "@/domain/dossier/visa";
import { ActionForm } from "@/ui/action-form";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { setVisaDaysAction } from "../actions";

interface Props {
  ministries: readonly { id: string; name: string; days: number }[];
}

/** Sets the delay of a ministry: which one is asked where the agent serves several. */
export function VisaDaysForm({ ministries }: Props) {
  const [first, ...others] = ministries;
  if (!first) return null;
  const alone = others.length === 0;
  return (
    <ActionForm
      action={setVisaDaysAction}
      {...(alone && { hidden: { ministryId: first.id } })}
      before="enregistrer le délai"
      requiredSentence={!alone}
    >
      {(field) => (
        <>
          {!alone && (
            <SelectField
              {...field("ministryId")}
              label="Ministère"
              options={ministries.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <TextField
            {...field("days", alone ? String(first.days) : "")}
            label="Délai de réponse de la DNUM"
            hint={`Nombre entier de jours, de ${VISA_DAYS.min} à ${VISA_DAYS.max}. Exemple\u00A0: 10`}
            native={{ inputMode: "numeric", maxLength: 2, autoComplete: "off" }}
          />
          <SubmitButton waiting="Enregistrement en cours">Enregistrer le délai</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
