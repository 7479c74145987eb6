"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { start } from "../actions";

/** Opens the follow-up of an awarded project. */
export function StartForm({ number }: { number: string }) {
  return (
    <ActionForm action={start} hidden={{ number }} before="ouvrir le suivi">
      {(field) => (
        <>
          <TextField
            {...field("startsOn")}
            label="Jour où le projet commence"
            hint="S’il commence plus tard que prévu au dossier, jalons et phases se décalent d’autant de mois."
            native={{ type: "date" }}
          />
          <TextField
            {...field("endsOn")}
            label="Jour où le projet finit"
            hint="Laissez vide pour garder la durée prévue au dossier."
            optional
            native={{ type: "date" }}
          />
          <SubmitButton waiting="Ouverture en cours">Ouvrir le suivi du projet</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
