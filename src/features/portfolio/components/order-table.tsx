"use client";

import { LAST_RANK, rankText } from "@/domain/dossier/ministry-rank";
import { routes } from "@/routes";
import { ActionForm, type FieldOf } from "@/ui/action-form";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { StatusBadge } from "@/ui/status-badge";
import { SubmitButton } from "@/ui/submit-button";
import { setOrderAction } from "../actions";
import type { PortfolioRow } from "../queries/rows";
import { formerRankField, rankField } from "../rank-fields";
import { AlertBadges, nextWords } from "./row-words";

interface Props {
  rows: readonly PortfolioRow[];
  /** The ministry of each is told. */
  several: boolean;
}

/** The dossiers of a page, each with the rank its ministry gives it: typed here, sent together. */
export function OrderTable({ rows, several }: Props) {
  const ranked = rows.filter(({ isDraft }) => !isDraft);
  return (
    <ActionForm
      action={setOrderAction}
      hidden={Object.fromEntries(ranked.map(({ number, rank }) => [formerRankField(number), rank]))}
      before="enregistrer l’ordre"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <DataTable
            id="portefeuille"
            caption="Dossiers dans l’ordre du ministère, puis du plus récent au plus ancien. Montants TTC."
            columns={[rankColumn(field), ...(several ? [...FIRST, MINISTRY] : FIRST), ...COLUMNS]}
            rows={rows}
            rowKey={({ id }) => id}
          />
          {ranked.length > 0 && (
            <>
              <SubmitButton waiting="Enregistrement en cours" priority="secondary">
                Enregistrer l’ordre
              </SubmitButton>
              <p className="fr-hint-text fr-mt-1w">
                Le rang va de 1, le plus prioritaire, à {LAST_RANK}. Sans rang, un dossier vient
                après ceux qui en ont un.
              </p>
            </>
          )}
        </>
      )}
    </ActionForm>
  );
}

const rankColumn = (field: FieldOf): Column<PortfolioRow> => ({
  key: "rank",
  header: "Rang",
  cell: ({ number, rank, isDraft }) =>
    isDraft ? (
      "Après le dépôt"
    ) : (
      <RankField number={number} {...field(rankField(number), rankText(rank))} />
    ),
});

/** A rank, in its cell: its label is the row's. */
function RankField(props: {
  number: string;
  name: string;
  id: string;
  defaultValue: string;
  error?: string;
}) {
  const { number, name, id, defaultValue, error } = props;
  const messageId = `${id}-message`;
  return (
    <div className={error ? "fr-input-group fr-input-group--error" : "fr-input-group"}>
      <label className="fr-sr-only" htmlFor={id}>
        Rang du dossier {number}
      </label>
      <input
        type="text"
        className={`guichet-rank fr-input${error ? " fr-input--error" : ""}`}
        id={id}
        name={name}
        defaultValue={defaultValue}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? messageId : undefined}
      />
      {error && (
        <p className="fr-message fr-message--error" id={messageId}>
          {error}
        </p>
      )}
    </div>
  );
}

const MINISTRY: Column<PortfolioRow> = {
  key: "ministry",
  header: "Ministère",
  cell: ({ ministry }) => ministry,
};

const FIRST: readonly Column<PortfolioRow>[] = [
  {
    key: "number",
    header: "Numéro",
    rowHeader: true,
    cell: ({ number, isDraft }) =>
      // Nothing more is read of a draft than its line.
      isDraft ? (
        <span className="guichet-amount">{number}</span>
      ) : (
        <AppLink className="guichet-amount" href={routes.ministryDossier(number)}>
          {number}
        </AppLink>
      ),
  },
  { key: "organisation", header: "Organisation", cell: ({ organisation }) => organisation },
];

const COLUMNS: readonly Column<PortfolioRow>[] = [
  { key: "title", header: "Projet", cell: ({ title, themeCode }) => `${themeCode} – ${title}` },
  {
    key: "status",
    header: "Statut",
    cell: ({ status }) => (
      <StatusBadge small label={status.label} severity={status.severity ?? undefined} />
    ),
  },
  {
    key: "asked",
    header: "Demandée",
    numeric: true,
    cell: ({ asked, plannedCost, isDraft }) =>
      isDraft ? (
        <>
          Coût prévu{"\u00A0"}: <Amount cents={plannedCost} />
        </>
      ) : (
        <Amount cents={asked} />
      ),
  },
  {
    key: "awarded",
    header: "Accordée",
    numeric: true,
    cell: ({ awarded }) => (awarded === null ? "Sans\u00A0objet" : <Amount cents={awarded} />),
  },
  {
    key: "own",
    header: "Part propre",
    numeric: true,
    cell: ({ own }) =>
      own === null ? (
        "Sans\u00A0objet"
      ) : (
        <>
          <Amount cents={own.cash} /> en numéraire
          <br />
          <Amount cents={own.staff} /> en T2
        </>
      ),
  },
  { key: "next", header: "Échéance", cell: nextWords },
  { key: "alerts", header: "Alertes", cell: ({ alerts }) => <AlertBadges alerts={alerts} /> },
];
