"use client";

import { useActionState } from "react";
import { CHECK_ANSWERS, CHECK_LABELS, type CheckPoint } from "@/domain/evaluation/admissibility";
import { formErrors, formMessage, IDLE, typedValue } from "@/domain/form-state";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { admit } from "../actions";

const OPTIONS = CHECK_ANSWERS.map((value) => ({ value, label: CHECK_LABELS[value] }));

/** The checklist of a filed dossier, prefilled by the rules and settled by a person. */
export function AdmissibilityForm({
  number,
  points,
}: {
  number: string;
  points: readonly CheckPoint[];
}) {
  const [state, action] = useActionState(admit, IDLE);
  const errors = formErrors(state);
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="déclarer le dossier recevable"
    >
      <input type="hidden" name="number" value={number} />
      {points.map(({ key, text, source, prefilled }) => {
        const name = `point.${key}`;
        return (
          <RadioField
            key={key}
            name={name}
            label={text}
            hint={source}
            inline
            options={OPTIONS}
            defaultValue={typedValue(state, name, prefilled)}
            error={errorOf(errors, name)}
          />
        );
      })}
      <TextareaField
        name="reason"
        label="Pourquoi le dossier est recevable malgré un point non conforme"
        hint="Seulement si un point est « Non conforme ». Gardé au journal, jamais montré au porteur."
        optional
        rows={3}
        defaultValue={typedValue(state, "reason")}
        error={errorOf(errors, "reason")}
      />
      <ul className="fr-btns-group fr-btns-group--inline-md">
        <li>
          <SubmitButton waiting="Enregistrement en cours">
            Déclarer le dossier recevable
          </SubmitButton>
        </li>
        <li>
          <AppLink href={routes.setAside(number)} className="fr-btn fr-btn--secondary">
            Écarter le dossier
          </AppLink>
        </li>
      </ul>
    </FormFrame>
  );
}
