"use client";

import { ActionForm } from "@/ui/action-form";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { linkIdentityAction } from "../actions";

interface Props {
  /** Identities of the account, as choices. */
  identities: { value: string; label: string }[];
  /** Accounts that may be kept. */
  accounts: { value: string; label: string }[];
}

/** Says that an identity belongs to the person of another account. */
export function LinkIdentityForm({ identities, accounts }: Props) {
  return (
    <ActionForm action={linkIdentityAction} before="rattacher l’identité" id="identite">
      {(field) => (
        <>
          <SelectField
            {...field("identityId")}
            label="Identité à déplacer"
            options={identities}
            emptyLabel={null}
          />
          <SelectField
            {...field("agentId")}
            label="Compte à garder"
            hint="Cette identité ouvrira désormais ce compte."
            options={accounts}
          />
          <TextareaField
            {...field("reason")}
            label="Justification"
            hint="Comment vous avez vérifié qu’il s’agit de la même personne."
            rows={3}
            maxLength={500}
          />
          <SubmitButton waiting="Rattachement en cours">
            Rattacher l’identité à ce compte
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
