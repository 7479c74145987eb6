"use client";

import { ActionForm } from "@/ui/action-form";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";
import { delegateAction } from "../actions";

/** Gives one's role to a colleague, for a time. */
export function DelegateForm(props: { ministries: readonly { id: string; name: string }[] }) {
  const { ministries } = props;
  const [only, another] = ministries;
  return (
    <ActionForm
      action={delegateAction}
      hidden={only && !another ? { ministryId: only.id } : {}}
      before="déléguer"
    >
      {(field) => (
        <>
          {another && (
            <SelectField
              {...field("ministryId")}
              label="Ministère"
              options={ministries.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <TextField
            {...field("email")}
            label="Adresse électronique de la personne"
            hint={
              "Celle de son compte sur le portail. Exemple\u00A0: camille.dupont@interieur.gouv.fr"
            }
            native={{ type: "email", autoComplete: "off", maxLength: 254 }}
          />
          <TextField
            {...field("startsOn")}
            label="Premier jour"
            hint={"Vide\u00A0: tout de suite."}
            optional
            native={{ type: "date" }}
          />
          <TextField
            {...field("endsOn")}
            label="Dernier jour"
            hint="Compris."
            native={{ type: "date" }}
          />
          <TextareaField
            {...field("reason")}
            label="Raison"
            hint={"Exemple\u00A0: congés du 2 au 20 août."}
            rows={2}
            maxLength={500}
          />
          <SubmitButton waiting="Délégation en cours">Déléguer mon rôle</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
