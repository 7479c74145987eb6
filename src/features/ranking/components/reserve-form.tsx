"use client";

import { formatEuros } from "@/domain/money";
import { ActionForm } from "@/ui/action-form";
import { Message } from "@/ui/message";
import { SubmitButton } from "@/ui/submit-button";
import { move } from "../actions";
import type { RankingPage } from "../queries/ranking";

/** Freed credits reach the first of the reserve: it is called by one act, which can be taken back. */
export function CallFromReserve({
  page,
  called,
}: {
  page: RankingPage;
  called: NonNullable<RankingPage["called"]>;
}) {
  const { number, paid, whole } = called;
  return (
    <Message severity="info" title="Information : des crédits atteignent la réserve" as="h3">
      <p>
        {whole
          ? `Le dossier ${number}, premier de la réserve, tient dans l’enveloppe\u00A0: ${formatEuros(paid)}.`
          : `Il reste ${formatEuros(paid)} pour le dossier ${number}, premier de la réserve\u00A0: il peut être financé en partie.`}
      </p>
      <ActionForm
        action={move}
        hidden={{ ...page.key, act: "apply", dossier: number, place: "ranked" }}
        requiredSentence={false}
      >
        <SubmitButton waiting="Enregistrement en cours" priority="secondary" small>
          {`Appeler le dossier ${number}`}
        </SubmitButton>
      </ActionForm>
    </Message>
  );
}
