"use client";

import {
  CHECK_ANSWERS,
  CHECK_LABELS,
  type CheckPoint,
  checkPath,
} from "@/domain/evaluation/admissibility";
import { routes } from "@/routes";
import { ActionForm } from "@/ui/action-form";
import { AppLink } from "@/ui/app-link";
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
  return (
    <ActionForm action={admit} hidden={{ number }} before="déclarer le dossier recevable">
      {(field) => (
        <>
          {points.map(({ key, text, source, prefilled }) => {
            const name = checkPath(key);
            return (
              <RadioField
                key={key}
                {...field(name, prefilled)}
                label={text}
                hint={source}
                inline
                options={OPTIONS}
              />
            );
          })}
          <TextareaField
            {...field("reason")}
            label="Pourquoi le dossier est recevable malgré un point non conforme"
            hint="Seulement si un point est « Non conforme ». Gardé au journal, jamais montré au porteur."
            optional
            rows={3}
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
        </>
      )}
    </ActionForm>
  );
}
