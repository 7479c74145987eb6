"use client";

import { ActionForm } from "@/ui/action-form";
import { CheckboxGroupField } from "@/ui/checkbox-field";
import { SubmitButton } from "@/ui/submit-button";
import { keepPreferences } from "../actions";
import type { MailChoice } from "../queries/my-account";

/** One box per kind of mail that may be refused. */
export function PreferencesForm({ choices }: { choices: readonly MailChoice[] }) {
  return (
    <ActionForm
      action={keepPreferences}
      before="enregistrer vos choix"
      requiredSentence={false}
      id="choix-des-courriels"
    >
      <CheckboxGroupField
        name="wanted"
        label="Prévenez-moi par courriel"
        optional
        options={choices.map(({ kind, label }) => ({ value: kind, label }))}
        defaultValues={choices.filter(({ wanted }) => wanted).map(({ kind }) => kind)}
      />
      <SubmitButton waiting="Enregistrement en cours">Enregistrer mes choix</SubmitButton>
    </ActionForm>
  );
}
