"use client";

import type { ReadRow } from "@/domain/execution/report";
import { THRESHOLD_SENTENCE } from "@/domain/execution/report";
import { WEATHER_LABELS, WEATHER_WORDS, WEATHERS, type Weather } from "@/domain/execution/weather";
import { formErrors, formMessage, IDLE, typedValue } from "@/domain/form-state";
import { ActionForm } from "@/ui/action-form";
import { CheckboxField } from "@/ui/checkbox-field";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { useFormAction } from "@/ui/use-form-action";
import { correct, handIn, meet, paste } from "../actions";
import { ReportFields } from "./report-fields";

const WEATHER_OPTIONS = WEATHERS.map((value) => ({
  value,
  label: WEATHER_LABELS[value],
  hint: WEATHER_WORDS[value],
}));

interface Address {
  number: string;
  period: string;
  revision: number;
}

/** Confirms the weather and the values nobody typed, and hands in the report just read again. */
export function HandInForm(
  props: Address & { suggested: Weather; comment: string; toConfirm: number; asksComment: boolean },
) {
  const { number, period, revision, suggested, comment, toConfirm, asksComment } = props;
  const count = toConfirm > 1 ? `les ${toConfirm} valeurs reprises` : "la valeur reprise";
  return (
    <ActionForm action={handIn} hidden={{ number, period, revision }} before="remettre">
      {(field) => (
        <>
          <RadioField
            {...field("weather", suggested)}
            label="Météo du projet"
            hint={`Suggérée\u00A0: ${WEATHER_LABELS[suggested]}. Confirmez-la ou choisissez-en une autre.`}
            options={WEATHER_OPTIONS}
          />
          <TextareaField
            {...field("comment", comment)}
            label="Commentaire"
            hint={THRESHOLD_SENTENCE}
            optional={!asksComment}
            rows={4}
            maxLength={4000}
          />
          {toConfirm > 0 && (
            <CheckboxField
              name="confirmed"
              id={field("confirmed").id}
              label={`Je confirme ${count} du prévu ou du dernier compte rendu.`}
              defaultChecked={field("confirmed").defaultValue === "oui"}
              error={field("confirmed").error}
            />
          )}
          <SubmitButton waiting="Remise en cours">Remettre le compte rendu</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Fills the grid from a spreadsheet. */
export function PasteForm({ number, period }: Omit<Address, "revision">) {
  return (
    <ActionForm
      action={paste}
      hidden={{ number, period }}
      before="remplir la grille"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("table")}
            label="Tableau copié d’un tableur"
            hint={
              "Deux colonnes, avec leurs titres\u00A0: Ligne et Réalisé. Les lignes portent les noms de la grille, dans n’importe quel ordre."
            }
            rows={6}
          />
          <SubmitButton waiting="Lecture en cours" priority="secondary">
            Remplir la grille
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Corrects a report handed in, with its reason. */
export function CorrectionForm(
  props: Address & { rows: readonly ReadRow[]; weather: Weather; comment: string },
) {
  const { number, period, revision, rows, weather, comment } = props;
  const [state, action] = useFormAction(correct);
  const errors = formErrors(state);
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="rectifier le compte rendu"
    >
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="period" value={period} />
      <input type="hidden" name="revision" value={revision} />
      <ReportFields rows={rows} posted={state.status === "done" ? IDLE : state} />
      <RadioField
        name="weather"
        label="Météo du projet"
        options={WEATHER_OPTIONS}
        defaultValue={typedValue(state, "weather", weather)}
        error={errorOf(errors, "weather")}
      />
      <TextareaField
        name="comment"
        label="Commentaire"
        hint={THRESHOLD_SENTENCE}
        optional
        rows={4}
        maxLength={4000}
        defaultValue={typedValue(state, "comment", comment)}
        error={errorOf(errors, "comment")}
      />
      <TextareaField
        name="reason"
        label="Raison de la rectification"
        hint="Lue par ceux qui suivent le projet, avec la version d’avant."
        rows={3}
        maxLength={2000}
        defaultValue={typedValue(state, "reason")}
        error={errorOf(errors, "reason")}
      />
      <SubmitButton waiting="Rectification en cours">Rectifier le compte rendu</SubmitButton>
    </FormFrame>
  );
}

/** Tells that what is asked once is done. */
export function MeetDutyForm({ number, duty }: { number: string; duty: string }) {
  return (
    <ActionForm
      action={meet}
      hidden={{ number, duty }}
      scope={duty}
      before="l’indiquer"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("note")}
            label="Ce qui est fait, et quand"
            hint={
              "Lu par ceux qui suivent le projet. Exemple\u00A0: mise en service le 12 avril pour 300 agents"
            }
            rows={3}
            maxLength={2000}
          />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary">
            Indiquer que c’est fait
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
