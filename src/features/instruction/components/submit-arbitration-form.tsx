"use client";

import { formatEuros } from "@/domain/money";
import { routes } from "@/routes";
import { ActionForm } from "@/ui/action-form";
import { AppLink } from "@/ui/app-link";
import { CheckboxGroupField } from "@/ui/checkbox-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { submitList } from "../actions";
import { OUTCOME_LABELS } from "../outcome-labels";
import type { ProposalToSubmit } from "../queries/arbitration";

/** Chooses the proposals submitted together to the minister. */
export function SubmitArbitrationForm({ proposals }: { proposals: readonly ProposalToSubmit[] }) {
  return (
    <ActionForm action={submitList} before="soumettre la liste">
      {(field) => (
        <>
          <TextField
            {...field("label")}
            label="Nom de la liste"
            hint="Le comité et sa date. Exemple : comité de pilotage du 15 février 2021."
            native={{ maxLength: 200 }}
          />
          <CheckboxGroupField
            {...field.many("decisions")}
            label="Propositions à soumettre"
            hint="Une proposition soumise ne se confirme plus que par l’arbitrage."
            options={proposals.map(({ id, number, title, themeCode, outcome, amount }) => ({
              value: id,
              label: `${number} – ${title} (${themeCode})`,
              hint: (
                <>
                  {OUTCOME_LABELS[outcome]}
                  {amount !== null && `, ${formatEuros(amount)}`}.{" "}
                  <AppLink href={routes.proposal(number)}>
                    Relire la proposition du dossier {number}
                  </AppLink>
                </>
              ),
            }))}
          />
          <SubmitButton waiting="Envoi en cours">Soumettre la liste au ministre</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
