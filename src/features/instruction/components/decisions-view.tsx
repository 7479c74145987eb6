import { TIE_RULE, type TieRule } from "@/domain/evaluation/ranking";
import { formatScore } from "@/domain/evaluation/scores";
import { SITUATION_LABELS, type Situation } from "@/domain/evaluation/waterline";
import { formatEuros } from "@/domain/money";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { ReadingNote } from "@/ui/reading-note";
import { StatusBadge } from "@/ui/status-badge";
import { OUTCOME_LABELS } from "../outcome-labels";
import type { CallRanking, Decisions, RankedDossier, WaitingDecision } from "../queries/decisions";
import { NotifyDecisionsForm } from "./notify-decisions-form";

/** What waits for a decision: to confirm, to notify, then each call's ranking against its money. */
export function DecisionsView({ toConfirm, toNotify, notifiable, calls, ranking }: Decisions) {
  return (
    <>
      <h2>À confirmer</h2>
      {toConfirm.length === 0 ? (
        <EmptyState>Aucune décision proposée n’attend de confirmation.</EmptyState>
      ) : (
        <Waiting
          id="a-confirmer"
          rows={toConfirm}
          caption="Décisions proposées"
          to={routes.proposal}
        />
      )}
      <h2>À notifier</h2>
      {notifiable && <NotifyDecisionsForm decisions={notifiable} />}
      {!notifiable && toNotify.length === 0 && (
        <EmptyState>Aucune décision confirmée n’attend de notification.</EmptyState>
      )}
      {!notifiable && toNotify.length > 0 && (
        <Waiting
          id="a-notifier"
          rows={toNotify}
          caption="Décisions confirmées, inconnues du porteur"
          to={routes.letter}
        />
      )}
      <h2>À décider</h2>
      {calls.length > 1 && (
        <nav aria-label="Ouvertures" className="fr-mb-2w">
          <ul className="fr-tags-group">
            {calls.map(({ id, label, themeCode, count }) => (
              <li key={id}>
                <AppLink
                  className="fr-tag"
                  href={routes.decisions(`ouverture=${id}`)}
                  aria-current={ranking?.call.id === id ? "page" : undefined}
                >
                  <CallLabel
                    current={ranking?.call.id === id}
                    text={`${themeCode}\u00A0: ${label} (${count})`}
                  />
                </AppLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {ranking ? (
        <Ranking {...ranking} />
      ) : (
        <EmptyState action={{ label: "Voir les dossiers", href: routes.instruction() }}>
          Aucun dossier n’est prêt pour une décision. Ils arrivent ici après la clôture de la
          notation, ou dès la recevabilité quand le thème ne note pas.
        </EmptyState>
      )}
    </>
  );
}

function CallLabel({ current, text }: { current: boolean; text: string }) {
  return current ? <strong>{text}</strong> : text;
}

function Waiting(props: {
  id: string;
  caption: string;
  rows: readonly WaitingDecision[];
  to: (number: string) => string;
}) {
  const columns: Column<WaitingDecision>[] = [
    {
      key: "number",
      header: "Dossier",
      rowHeader: true,
      cell: ({ number, title }) => (
        <AppLink href={props.to(number)}>
          {number} – {title}
        </AppLink>
      ),
    },
    { key: "theme", header: "Thème", cell: ({ themeCode }) => themeCode },
    { key: "outcome", header: "Décision", cell: ({ outcome }) => OUTCOME_LABELS[outcome] },
    {
      key: "amount",
      header: "Montant",
      numeric: true,
      cell: ({ amount }) => (amount === null ? "Sans objet" : <Amount cents={amount} />),
    },
    {
      key: "since",
      header: "Depuis le",
      cell: ({ since, own }) => (
        <>
          <InstantTime instant={since} format="short" />
          {own && (
            <>
              <br />
              Proposée par vous
            </>
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable
      id={props.id}
      caption={props.caption}
      columns={columns}
      rows={props.rows}
      rowKey={({ id }) => id}
    />
  );
}

function Ranking({ call, envelope, rows, funded, leftAfter }: CallRanking) {
  const plural = funded.count > 1 ? "s" : "";
  return (
    <>
      <h3>{call.label}</h3>
      <p className="fr-text--lead">
        {funded.count} dossier{plural} financé{plural}
        {"\u00A0"}: {formatEuros(funded.amount)} sur {formatEuros(envelope.left)}. Reste{" "}
        {formatEuros(leftAfter)}.
      </p>
      <p>
        Enveloppe {envelope.label}
        {"\u00A0"}: <Amount cents={envelope.committed} /> engagés sur{" "}
        <Amount cents={envelope.total} />.
      </p>
      <DataTable
        id="classement"
        caption="Classement des dossiers à décider, montants TTC"
        columns={RANKING}
        rows={rows}
        rowKey={({ number }) => number}
      />
      <ReadingNote>{TIE_RULE}</ReadingNote>
    </>
  );
}

const TIES: Record<TieRule, string> = {
  criterion: "Égalité départagée par les critères",
  filing: "Égalité départagée par la date de dépôt",
};
const SEVERITIES: Partial<Record<Situation, "success" | "warning">> = {
  funded: "success",
  partly: "warning",
};

const RANKING: readonly Column<RankedDossier>[] = [
  { key: "rank", header: "Rang", numeric: true, cell: ({ rank }) => rank },
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
  {
    key: "score",
    header: "Note",
    cell: ({ score, tie }) => (
      <>
        {score === null ? "Sans note" : formatScore(score)}
        {tie && <span className="fr-hint-text">{TIES[tie]}</span>}
      </>
    ),
  },
  { key: "asked", header: "Demandé", numeric: true, cell: ({ asked }) => <Amount cents={asked} /> },
  {
    key: "amount",
    header: "Proposé ou calculé",
    numeric: true,
    cell: ({ amount, proposed }) => (
      <>
        {amount === null ? "Sans objet" : <Amount cents={amount} />}
        <span className="fr-hint-text">{proposed ? "Proposé" : "Calculé"}</span>
      </>
    ),
  },
  {
    key: "running",
    header: "Cumul",
    numeric: true,
    cell: ({ running }) => <Amount cents={running} />,
  },
  {
    key: "situation",
    header: "Situation",
    cell: ({ situation }) => (
      <StatusBadge small label={SITUATION_LABELS[situation]} severity={SEVERITIES[situation]} />
    ),
  },
];
