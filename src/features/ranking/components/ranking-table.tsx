import type { DragEvent, HTMLAttributes } from "react";
import type { TieRule } from "@/domain/evaluation/ranking";
import { formatScore } from "@/domain/evaluation/scores";
import {
  type Position,
  SITUATION_LABELS,
  type Situation,
  type Waterline,
} from "@/domain/evaluation/waterline";
import { formatEuros } from "@/domain/money";
import { rankedId, routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { StatusBadge } from "@/ui/status-badge";
import { type ShownRow, stopsOf } from "../ranking-lines";

type Line = Position<ShownRow>;

/** How rows are chosen and dragged; absent for whoever only reads. */
export interface Choosing {
  chosen: string;
  choose: (dossier: string) => void;
  /** The dossier dragged, over which row. */
  drop: (dossier: string, rank: number) => void;
}

const TIES: Record<TieRule, string> = {
  criterion: "Égalité départagée par les critères",
  filing: "Égalité départagée par la date de dépôt",
};
const SEVERITIES: Partial<Record<Situation, "success" | "warning">> = {
  funded: "success",
  partly: "warning",
};

/** The ranking against its money: one radio per row for whoever moves them, the waterline in words between two rows. */
export function RankingTable({
  line,
  choosing,
}: {
  line: Waterline<ShownRow>;
  choosing: Choosing | null;
}) {
  const stops = stopsOf(line);
  return (
    <DataTable
      id="classement"
      caption="Classement des dossiers à décider, montants TTC"
      columns={columnsOf(choosing)}
      rows={line.positions}
      rowKey={({ row }) => row.dossier}
      before={({ row, paid }) => {
        const stop = stops.get(row.dossier);
        return stop === undefined ? null : waterlineWords(stop, paid, row);
      }}
      {...(choosing && { rowProps: ({ row }: Line) => dropTarget(row, choosing) })}
    />
  );
}

function waterlineWords(label: string, paid: Line["paid"], { amount }: ShownRow): string {
  const start = `Ligne d’eau, enveloppe «\u00A0${label}\u00A0»`;
  return paid > 0 && amount !== null
    ? `${start}\u00A0: il reste ${formatEuros(paid)} pour ${formatEuros(amount)}. Le dossier suivant n’est financé qu’en partie.`
    : `${start}\u00A0: il ne reste rien pour les dossiers suivants.`;
}

/** Browsers give the data of a drag only when it drops: the type alone says that a row is over another. */
const DRAGGED = "application/x-guichet-dossier";

function dropTarget(row: ShownRow, { drop }: Choosing): HTMLAttributes<HTMLTableRowElement> {
  const mark = (event: DragEvent<HTMLTableRowElement>, over: boolean) => {
    event.currentTarget.classList.toggle("guichet-drop", over);
  };
  return {
    onDragOver: (event) => {
      if (!event.dataTransfer.types.includes(DRAGGED)) return;
      event.preventDefault();
      mark(event, true);
    },
    onDragLeave: (event) => mark(event, false),
    onDrop: (event) => {
      const dragged = event.dataTransfer.getData(DRAGGED);
      mark(event, false);
      if (dragged === "") return;
      event.preventDefault();
      drop(dragged, row.rank);
    },
  };
}

function columnsOf(choosing: Choosing | null): Column<Line>[] {
  return [
    {
      key: "rank",
      header: "Rang",
      cell: ({ row }) => (
        <>
          {choosing && <Handle dossier={row.dossier} />}
          <span id={`${rankedId(row.dossier)}-place`}>
            <span className="fr-sr-only">Rang </span>
            {row.rank}
          </span>
        </>
      ),
    },
    {
      key: "dossier",
      header: "Dossier",
      rowHeader: true,
      cell: ({ row }) => <Named row={row} choosing={choosing} />,
    },
    {
      key: "score",
      header: "Note",
      cell: ({ row: { dossier, facts } }) => (
        <span id={`${rankedId(dossier)}-note`}>
          {facts.score === null ? "Sans note" : formatScore(facts.score)}
          {facts.tie && <span className="fr-hint-text">{TIES[facts.tie]}</span>}
        </span>
      ),
    },
    {
      key: "asked",
      header: "Demandé",
      numeric: true,
      cell: ({ row }) => <Amount cents={row.facts.asked} />,
    },
    {
      key: "amount",
      header: "Proposé",
      numeric: true,
      cell: ({ row }) => (
        <span id={`${rankedId(row.dossier)}-montant`}>
          {row.amount === null ? "Sans objet" : <Amount cents={row.amount} />}
          <span className="fr-hint-text">{originOf(row)}</span>
        </span>
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
      cell: ({ situation, paid, row }) => (
        <span id={`${rankedId(row.dossier)}-situation`}>
          <StatusBadge small label={SITUATION_LABELS[situation]} severity={SEVERITIES[situation]} />
          {situation === "partly" && (
            <span className="fr-hint-text">
              <Amount cents={paid} />
            </span>
          )}
          <span className="fr-hint-text">{stageOf(row)}</span>
        </span>
      ),
    },
  ];
}

function originOf({ facts, wanted }: ShownRow): string {
  if (facts.proposal) return "Décision proposée";
  return wanted.amount === null ? "Calculé" : "Choisi";
}

function stageOf({ facts, held }: ShownRow): string | null {
  if (facts.status === "reserve") return held ? "Attend des crédits" : "Sort de la réserve";
  return held ? "À mettre en réserve" : null;
}

function Handle({ dossier }: { dossier: string }) {
  return (
    <span
      className="guichet-handle guichet-with-script fr-icon-drag-move-2-line fr-icon--sm"
      aria-hidden="true"
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, dossier);
        event.dataTransfer.effectAllowed = "move";
        const row = event.currentTarget.closest("tr");
        if (row) event.dataTransfer.setDragImage(row, 0, 0);
      }}
    />
  );
}

function Named({ row, choosing }: { row: ShownRow; choosing: Choosing | null }) {
  const { dossier, facts } = row;
  const id = rankedId(dossier);
  const name = `${dossier} – ${facts.title}`;
  return (
    <>
      {choosing ? (
        <div className="fr-radio-group fr-radio-group--sm">
          <input
            type="radio"
            id={id}
            name="dossier"
            value={dossier}
            checked={choosing.chosen === dossier}
            onChange={() => choosing.choose(dossier)}
            aria-describedby={["place", "note", "montant", "situation"]
              .map((part) => `${id}-${part}`)
              .join(" ")}
          />
          <label className="fr-label" htmlFor={id}>
            {name}
          </label>
        </div>
      ) : (
        <span id={id}>{name}</span>
      )}
      <span className="fr-hint-text">
        {facts.carrier}{" "}
        <AppLink href={routes.proposal(dossier)}>
          Décision<span className="fr-sr-only"> sur le dossier {dossier}</span>
        </AppLink>
      </span>
    </>
  );
}
