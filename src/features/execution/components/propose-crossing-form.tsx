"use client";

import type { Day } from "@/domain/calendar";
import type { BaselineIndicator } from "@/domain/execution/baseline";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";
import { propose } from "../actions";

/** The carrier proposes that a milestone is met: what was done, and each indicator measured. */
export function ProposeCrossingForm(props: {
  number: string;
  position: number;
  indicators: readonly BaselineIndicator[];
  today: Day;
}) {
  const { number, position, indicators, today } = props;
  return (
    <ActionForm action={propose} hidden={{ number, position }} before="proposer le jalon">
      {(field) => (
        <>
          <TextareaField
            {...field("account")}
            label="Ce qui a été fait"
            hint="Ce que le jalon demandait, ce qui est atteint, ce qui manque et pourquoi."
            rows={8}
            maxLength={10_000}
          />
          {indicators.map(({ name, unit, minimum }, index) => (
            <fieldset className="fr-fieldset" key={name}>
              <legend className="fr-fieldset__legend">
                {name}, niveau minimal {minimum.toLocaleString("fr-FR")}
                {"\u00A0"}
                {unit}
              </legend>
              <div className="fr-fieldset__element">
                <TextField
                  {...field(`value.${index}`)}
                  label={`Valeur mesurée, en ${unit}`}
                  native={{ inputMode: "decimal", autoComplete: "off", maxLength: 30 }}
                />
              </div>
              <div className="fr-fieldset__element">
                <TextField
                  {...field(`on.${index}`)}
                  label="Jour de la mesure"
                  native={{ type: "date", max: today }}
                />
              </div>
              <div className="fr-fieldset__element">
                <TextField
                  {...field(`method.${index}`)}
                  label="Comment elle a été mesurée"
                  native={{ maxLength: 1000 }}
                />
              </div>
            </fieldset>
          ))}
          <SubmitButton waiting="Envoi en cours">Proposer le jalon</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
