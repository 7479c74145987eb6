"use client";

import { formatAmount, formatEuros } from "@/domain/money";
import { ActionForm } from "@/ui/action-form";
import { AmountField } from "@/ui/amount-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { share } from "../preparation-actions";
import type { SessionPage } from "../queries/session";

/** The own share of a sitting within its call's envelope, for the owner of the theme. */
export function ShareForm({ session }: { session: SessionPage }) {
  if (!session.me.setsShare) return null;
  const { id, share: kept } = session;
  return (
    <details className="guichet-details fr-mt-4w">
      <summary>
        {kept === null
          ? "Part de la séance\u00A0: aucune"
          : `Part de la séance\u00A0: ${formatEuros(kept)}`}
      </summary>
      <p>
        Avec une part, les dossiers de cette séance puisent d’abord dans elle, puis dans l’enveloppe
        de l’ouverture. Sans part, dans l’enveloppe de l’ouverture seule.
      </p>
      <ActionForm
        action={share}
        hidden={{ session: id }}
        scope="part"
        before="fixer la part"
        requiredSentence={false}
      >
        {(field) => (
          <>
            <AmountField
              {...field("share", kept === null ? "" : formatAmount(kept))}
              label="Part de la séance, TTC"
              hint="À laisser vide pour une séance sans part."
              optional
            />
            <TextField
              {...field("reason")}
              label="Motif"
              hint="Gardé au journal. Exemple : partage décidé avec la direction du programme."
              native={{ maxLength: 500 }}
            />
            <SubmitButton waiting="Enregistrement en cours" priority="secondary">
              Fixer la part de la séance
            </SubmitButton>
          </>
        )}
      </ActionForm>
    </details>
  );
}
