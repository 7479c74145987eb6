"use client";

import type { Day } from "@/domain/calendar";
import { PROOF_LABELS, PROOF_LEVELS } from "@/domain/execution/gains";
import { ActionForm } from "@/ui/action-form";
import { RadioField } from "@/ui/radio-field";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";
import { promise, prove } from "../actions";

const decimal = { inputMode: "decimal", autoComplete: "off", maxLength: 30 } as const;

/** The team promises a gain. */
export function PromiseGainForm({ number }: { number: string }) {
  return (
    <ActionForm action={promise} hidden={{ number }} before="promettre le gain" scope="promesse">
      {(field) => (
        <>
          <TextField
            {...field("label")}
            label="Gain attendu"
            hint={"Exemple\u00A0: heures d’agents économisées par an"}
            native={{ maxLength: 200 }}
          />
          <TextField {...field("unit")} label="Unité" native={{ maxLength: 40 }} />
          <TextField {...field("promised")} label="Valeur promise" native={decimal} />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary">
            Promettre le gain
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** The team proves a gain it promised. */
export function ProveGainForm(props: {
  number: string;
  today: Day;
  gains: readonly { value: string; label: string }[];
}) {
  const { number, today, gains } = props;
  return (
    <ActionForm action={prove} hidden={{ number }} before="prouver le gain" scope="preuve">
      {(field) => (
        <>
          <SelectField {...field("gain")} label="Gain" options={gains} />
          <TextField {...field("proven")} label="Valeur constatée" native={decimal} />
          <RadioField
            {...field("level")}
            label="Niveau de preuve"
            options={PROOF_LEVELS.map((value) => ({ value, label: PROOF_LABELS[value].label }))}
          />
          <TextareaField {...field("method")} label="Méthode" rows={3} maxLength={2000} />
          <TextareaField
            {...field("source")}
            label="Source des chiffres"
            rows={3}
            maxLength={2000}
          />
          <TextField
            {...field("provenOn")}
            label="Jour de la mesure"
            native={{ type: "date", max: today }}
          />
          <SubmitButton waiting="Enregistrement en cours">Prouver le gain</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
