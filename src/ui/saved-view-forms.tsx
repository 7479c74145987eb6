"use client";

import type { FormState } from "@/domain/form-state";
import { VIEW_NAME_LENGTH } from "@/domain/saved-view";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";

/** A Server Action of the list whose views are kept. */
type Send = (state: FormState, form: FormData) => Promise<FormState>;

/** What one may do of the views of a list. */
export interface ViewActions {
  save: Send;
  update: Send;
  rename: Send;
  remove: Send;
}

/** Keeps the list as it is shown under a name. */
export function SaveViewForm(props: { action: Send; query: string; hint: string }) {
  const { action, query, hint } = props;
  return (
    <ActionForm
      action={action}
      hidden={{ query }}
      before="enregistrer la vue"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextField
            {...field("name")}
            label="Nom de la vue"
            hint={hint}
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
export function UpdateViewForm(props: { action: Send; id: string; name: string; query: string }) {
  const { action, id, name, query } = props;
  return (
    <ActionForm action={action} hidden={{ id, query }} requiredSentence={false}>
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

/** Gives a view another name. */
export function RenameViewForm({ action, id, name }: { action: Send; id: string; name: string }) {
  return (
    <ActionForm
      action={action}
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

/** Forgets a view. */
export function DeleteViewForm({ action, id, name }: { action: Send; id: string; name: string }) {
  return (
    <ActionForm action={action} hidden={{ id }} requiredSentence={false}>
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
