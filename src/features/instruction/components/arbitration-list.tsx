import { formatEuros } from "@/domain/money";
import type { Outcome } from "@/domain/themes/types";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { StatusBadge } from "@/ui/status-badge";
import { OUTCOME_LABELS } from "../outcome-labels";
import type { ArbitrationAnswer, ArbitrationPage, ArbitrationRow } from "../queries/arbitration";
import { ConfirmRemainingForm } from "./arbitrate-forms";

const ANSWERS: Record<
  ArbitrationAnswer,
  { label: string; severity?: "info" | "success" | "warning" }
> = {
  pending: { label: "À arbitrer", severity: "info" },
  confirmed: { label: "Confirmée", severity: "success" },
  changed: { label: "Changée", severity: "warning" },
  returned: { label: "Renvoyée" },
};

/** « Accepter, 400 000,00 € ». */
export function decidedWords({
  outcome,
  amount,
}: {
  outcome: Outcome;
  amount: ArbitrationRow["asked"] | null;
}) {
  return `${OUTCOME_LABELS[outcome]}${amount === null ? "" : `, ${formatEuros(amount)}`}`;
}

function columns(list: string): Column<ArbitrationRow>[] {
  return [
    {
      key: "number",
      header: "Dossier",
      rowHeader: true,
      cell: ({ number, title, carrier }) => (
        <>
          <AppLink href={routes.proposal(number)}>
            {number} – {title}
          </AppLink>
          <br />
          <span className="fr-hint-text">{carrier}</span>
        </>
      ),
    },
    { key: "theme", header: "Thème", cell: ({ themeCode }) => themeCode },
    {
      key: "asked",
      header: "Demandé",
      numeric: true,
      cell: ({ asked }) => <Amount cents={asked} />,
    },
    { key: "proposed", header: "Proposé", cell: ({ proposed }) => decidedWords(proposed) },
    {
      key: "answer",
      header: "Réponse",
      cell: ({ answer, decided, reason }) => (
        <>
          <StatusBadge small {...ANSWERS[answer]} />
          {answer === "changed" && decided && <p className="fr-mt-1v">{decidedWords(decided)}</p>}
          {reason && <p className="fr-hint-text">{reason}</p>}
        </>
      ),
    },
    {
      key: "act",
      header: "Arbitrage",
      cell: ({ number, mayArbitrate }) =>
        mayArbitrate ? (
          <AppLink
            className="fr-btn fr-btn--sm fr-btn--secondary"
            href={routes.arbitrationLine(list, number)}
          >
            Arbitrer le dossier {number}
          </AppLink>
        ) : (
          "Sans objet"
        ),
    },
  ];
}

/** A list before the minister: what is proposed, what is answered, and what still waits. */
export function ArbitrationList(page: ArbitrationPage) {
  const { id, rows, totals, mayArbitrate } = page;
  const waiting = totals.pending;
  return (
    <>
      <p className="fr-text--lead">
        {waiting === 0
          ? "Toutes les lignes ont leur réponse."
          : `${waiting} ligne${waiting > 1 ? "s" : ""} à arbitrer.`}{" "}
        Proposé{"\u00A0"}: <Amount cents={totals.proposed} />. Décidé{"\u00A0"}:{" "}
        <Amount cents={totals.decided} />.
      </p>
      <p>
        Soumise par {page.submittedBy}, le <InstantTime instant={page.submittedAt} />. Une ligne
        confirmée ou changée engage les crédits aussitôt. Les porteurs ne savent rien avant la
        notification.
      </p>
      <DataTable
        id="lignes"
        caption="Propositions soumises, montants TTC"
        columns={columns(id)}
        rows={rows}
        rowKey={({ number }) => number}
      />
      {mayArbitrate && <ConfirmRemainingForm list={id} waiting={waiting} />}
    </>
  );
}
