"use client";

import { ROLES } from "@/domain/rights/actor";
import { ROLE_WORDS } from "@/domain/rights/labels";
import { THEME_CODES } from "@/domain/themes/types";
import { ActionForm } from "@/ui/action-form";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";
import { grantRoleAction } from "../actions";
import type { Choice } from "../queries/organisations";

const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role].label }));
const THEME_OPTIONS = THEME_CODES.map((code) => ({ value: code, label: code }));

/** Gives a role to an agent. */
export function GrantForm({ agentId, ministries }: { agentId: string; ministries: Choice[] }) {
  return (
    <ActionForm action={grantRoleAction} hidden={{ agentId }} before="donner le rôle" id="donner">
      {(field) => (
        <>
          <SelectField
            {...field("role")}
            label="Rôle"
            hint="Un gestionnaire de BOP tient celui de sa propre administration."
            options={ROLE_OPTIONS}
          />
          <SelectField
            {...field("theme")}
            label="Thème"
            hint="Pour un porteur, un instructeur, un juré, un président ou un secrétaire."
            optional
            options={THEME_OPTIONS}
            emptyLabel="Tous les thèmes, ou sans objet"
          />
          <SelectField
            {...field("ministryId")}
            label="Ministère"
            hint={"Pour une DNUM seulement\u00A0: le ministère dont elle suit les dossiers."}
            optional
            options={ministries}
            emptyLabel="Sans objet"
          />
          <TextField
            {...field("startsOn")}
            label="Début"
            hint={"Vide\u00A0: tout de suite."}
            optional
            native={{ type: "date" }}
          />
          <TextField
            {...field("endsOn")}
            label="Fin"
            hint={"Dernier jour compris. Vide\u00A0: sans fin prévue."}
            optional
            native={{ type: "date" }}
          />
          <TextareaField
            {...field("reason")}
            label="Raison"
            hint={
              "Qui l’a demandé et pourquoi. Exemple\u00A0: désignation par la DINUM du 12 janvier."
            }
            rows={3}
            maxLength={500}
          />
          <SubmitButton waiting="Attribution en cours">Donner le rôle</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
