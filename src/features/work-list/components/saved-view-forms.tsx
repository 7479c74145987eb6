"use client";

import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { deleteViewAction, renameViewAction, saveViewAction, updateViewAction } from "../actions";
import { VIEW_NAME_LENGTH } from "../limits";

/** Keeps the list as it is shown under a name. */
export function SaveViewForm({ query }: { query: string }) {
  return (
    <ActionForm
      action={saveViewAction}
      hidden={{ query }}
      before="enregistrer la vue"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextField
            {...field("name")}
            label="Nom de la vue"
            hint="Ses filtres, ses colonnes et son ordre sont gardés pour vous. Exemple&nbsp;: ITN3 sans visa"
            native={{ maxLength: VIEW_NAME_LENGTH, autoComplete: "off" }}
          />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary">
            Enregistrer la vue
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Brings a saved view up to date with what is shown. */
export function UpdateViewForm(props: { id: string; name: string; query: string }) {
  const { id, name, query } = props;
  return (
    <ActionForm action={updateViewAction} hidden={{ id, query }} requiredSentence={false}>
      <p className="fr-mb-1w">
        Vous avez changé la vue «{"\u00A0"}
        {name}
        {"\u00A0"}».
      </p>
      <SubmitButton waiting="Enregistrement en cours" priority="secondary" small>
        {`Enregistrer ces changements dans «\u00A0${name}\u00A0»`}
      </SubmitButton>
    </ActionForm>
  );
}

export function RenameViewForm({ id, name }: { id: string; name: string }) {
  return (
    <ActionForm
      action={renameViewAction}
      hidden={{ id }}
      scope={id}
      before="renommer la vue"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextField
            {...field("name", name)}
            label={`Nouveau nom de «\u00A0${name}\u00A0»`}
            native={{ maxLength: VIEW_NAME_LENGTH, autoComplete: "off" }}
          />
          <SubmitButton
            waiting="Enregistrement en cours"
            priority="secondary"
            small
            ariaLabel={`Renommer la vue ${name}`}
          >
            Renommer
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

export function DeleteViewForm({ id, name }: { id: string; name: string }) {
  return (
    <ActionForm action={deleteViewAction} hidden={{ id }} requiredSentence={false}>
      <SubmitButton
        waiting="Suppression en cours"
        priority="tertiary"
        small
        ariaLabel={`Supprimer la vue ${name}`}
      >
        Supprimer
      </SubmitButton>
    </ActionForm>
  );
}
