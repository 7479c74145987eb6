"use client";

import type { Day } from "@/domain/calendar";
import type { Criterion, ThemeCode } from "@/domain/themes/types";
import { ActionForm, type FieldOf } from "@/ui/action-form";
import { AmountField } from "@/ui/amount-field";
import { RadioField } from "@/ui/radio-field";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";
import {
  changeEnvelopeAction,
  configureCallAction,
  createCallAction,
  extendCallAction,
  setWeightsAction,
} from "./actions";
import { weightPath } from "./schemas";

interface Written {
  label?: string;
  opensOn?: Day | "";
  closesOn?: Day | "";
  announced?: string;
}

function PeriodFields({ field, written = {} }: { field: FieldOf; written?: Written }) {
  return (
    <>
      <TextField
        {...field("label", written.label)}
        label="Nom de l’ouverture"
        hint="Les porteurs le lisent. Exemple : Appel à projets ITN3, session 2."
        native={{ maxLength: 200 }}
      />
      <TextField
        {...field("opensOn", written.opensOn)}
        label="Jour d’ouverture"
        hint="L’ouverture commence à minuit, heure de Paris. Vide : le jour n’est pas fixé."
        native={{ type: "date" }}
        optional
      />
      <TextField
        {...field("closesOn", written.closesOn)}
        label="Jour de clôture"
        hint="Le dépôt ferme à 23 h 59 ce jour-là. Vide : sans date de fin."
        native={{ type: "date" }}
        optional
      />
      <TextField
        {...field("announced", written.announced)}
        label="Ce qui est annoncé, sans jour fixé"
        hint="Exemple : T2 2021."
        native={{ maxLength: 100 }}
        optional
      />
    </>
  );
}

/** Creates a call under the current rules of its theme. */
export function CreateCallForm({
  themes,
}: {
  themes: readonly { value: ThemeCode; label: string }[];
}) {
  return (
    <ActionForm action={createCallAction} before="créer l’ouverture">
      {(field) => (
        <>
          <SelectField {...field("theme")} label="Thème" options={themes} />
          <RadioField
            {...field("kind")}
            label="Genre"
            options={[
              {
                value: "guichet",
                label: "Guichet",
                hint: "Les dossiers sont examinés au fil de l’eau.",
              },
              {
                value: "aap",
                label: "Appel à projets",
                hint: "Les dossiers sont comparés après la clôture.",
              },
            ]}
          />
          <PeriodFields field={field} />
          <AmountField
            {...field("envelope")}
            label="Enveloppe propre, TTC"
            hint="Vide : l’ouverture puise dans l’enveloppe du thème."
            optional
          />
          <SubmitButton waiting="Création en cours">Créer l’ouverture</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Changes a call that has not begun. */
export function ConfigureCallForm({ call, written }: { call: string; written: Written }) {
  return (
    <ActionForm action={configureCallAction} hidden={{ call }} before="enregistrer l’ouverture">
      {(field) => (
        <>
          <PeriodFields field={field} written={written} />
          <SubmitButton waiting="Enregistrement en cours">Enregistrer l’ouverture</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** The weight of each criterion of the grid. */
export function WeightsForm({ call, criteria }: { call: string; criteria: readonly Criterion[] }) {
  return (
    <ActionForm action={setWeightsAction} hidden={{ call }} before="enregistrer les poids">
      {(field) => (
        <>
          {criteria.map(({ key, name, weight }) => (
            <TextField
              key={key}
              {...field(weightPath(key), String(weight))}
              label={name}
              hint="Nombre entier de 1 à 100."
              native={{ inputMode: "numeric", maxLength: 3 }}
            />
          ))}
          <SubmitButton waiting="Enregistrement en cours">Enregistrer les poids</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

const REASON_HINT = "Gardé au journal.";

/** Puts the closing of an open call off. */
export function ExtendCallForm({ call, closesOn }: { call: string; closesOn: Day }) {
  return (
    <ActionForm action={extendCallAction} hidden={{ call }} before="repousser la clôture">
      {(field) => (
        <>
          <TextField
            {...field("closesOn", closesOn)}
            label="Nouveau jour de clôture"
            hint="Le dépôt ferme à 23 h 59 ce jour-là."
            native={{ type: "date", min: closesOn }}
          />
          <TextareaField
            {...field("reason")}
            label="Motif"
            hint={REASON_HINT}
            rows={3}
            maxLength={1000}
          />
          <SubmitButton waiting="Enregistrement en cours">Repousser la clôture</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Changes the money a call draws on. */
export function ChangeEnvelopeForm({ call, total }: { call: string; total: string }) {
  return (
    <ActionForm
      action={changeEnvelopeAction}
      hidden={{ call }}
      scope="enveloppe"
      before="changer l’enveloppe"
    >
      {(field) => (
        <>
          <AmountField
            {...field("envelope", total)}
            label="Enveloppe, TTC"
            hint="Elle ne peut pas descendre sous ce qui est engagé."
          />
          <TextareaField
            {...field("reason")}
            label="Motif du changement"
            hint={REASON_HINT}
            rows={3}
            maxLength={1000}
          />
          <SubmitButton waiting="Enregistrement en cours">Changer l’enveloppe</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
