import { formatInstant } from "@/domain/calendar";
import { notFound } from "@/domain/errors";
import { type DocumentBlock, facts, heading, paragraph } from "@/domain/evidence/document";
import { formatPeriod } from "@/domain/execution/periods";
import { formatAmount } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { opensProjects } from "@/domain/rights/steering";
import type { Cell } from "@/server/spreadsheet/table";
import type { SteeringFilters } from "./filters";
import { readSteering, type Steering } from "./queries/steering";
import { type SteeringTable, type TableKey, tablesOf } from "./tables";
import { bopWords, cellText, keyFigures } from "./words";

/** The note of the committee: its page and its PDF lay out the same parts. */
export interface Note {
  title: string;
  foot: string;
  blocks: readonly DocumentBlock[];
  /** What it looks at. */
  filters: SteeringFilters;
  now: Date;
}

/** The columns of the wide tables that a page of paper has room for. */
const ON_PAPER: Readonly<Partial<Record<TableKey, readonly string[]>>> = {
  themes: ["Enveloppe", "Accordé", "Payé (CP)", "Solde"],
  volets: ["Enveloppe", "Accordé", "Payé (CP)", "Solde"],
  bop: ["Enveloppe", "Accordé", "Payé (CP)", "Solde"],
  ministeres: ["Dossiers", "Demandé", "Accordé", "Payé (CP)"],
  trimestres: ["Dossiers", "Demandé", "Accordé", "Payé (CP)"],
  delais: ["Dossiers", "Accordés", "Taux de succès", "Du dépôt à la décision"],
};

/** The note of what an actor reads. Throws `not-found` for whoever opens no list of projects. */
export async function readNote(actor: Actor, asked: SteeringFilters): Promise<Note> {
  const steering = await readSteering(actor, asked);
  if (!opensProjects(steering.scope)) throw notFound();
  const { now, filters } = steering;
  return {
    title: "Note au COSINUM",
    foot: `Situation au ${formatInstant(now)}`,
    blocks: blocksOf(steering),
    filters,
    now,
  };
}

function blocksOf(steering: Steering): DocumentBlock[] {
  return [
    paragraph(leadOf(steering)),
    heading(2, "Chiffres clés"),
    facts(
      keyFigures(steering).map(({ label, value, detail }) => ({
        label,
        value: detail ? `${value}, ${detail}` : value,
      })),
    ),
    ...tablesOf(steering).flatMap((table) =>
      table.rows.length === 0 ? [] : [heading(2, table.title), onPaper(table)],
    ),
    heading(2, "Comment lire ces chiffres"),
    { kind: "list", items: READINGS },
  ];
}

function leadOf({ now, filters: { quarter, bop } }: Steering): string {
  const what = bop === null ? "du fonds entier" : `du ${bopWords(bop)}`;
  const when = quarter === null ? "" : `, dossiers déposés au ${formatPeriod(quarter)}`;
  return `Situation ${what} au ${formatInstant(now)}${when}. Montants TTC en euros. Une décision compte à partir de sa notification.`;
}

/** What the page says beside its tables. */
const READINGS = [
  "33\u00A0M€ des 500\u00A0M€ n’ont pas de thème dans les textes\u00A0: ils restent à part (COSINUM l.8, action 6-2 l.19).",
  "Aucun texte ne confie ITN7 à un BOP\u00A0: lecture retenue, son enveloppe reste à part.",
  "Un dossier et tous ses montants comptent au trimestre de son dépôt\u00A0: lecture retenue.",
  "Un projet est interministériel quand un co-porteur relève d’un autre ministère que le porteur\u00A0: lecture retenue.",
  "La dérive compare la dernière estimation au plan initial\u202F; un euro compte pour un euro, un jour pour un jour.",
];

function onPaper(table: SteeringTable): DocumentBlock {
  const [first = "", ...others] = table.headings;
  const columns = ON_PAPER[table.key]?.filter((name) => others.includes(name)) ?? others;
  const cellsOf = (label: string, cells: readonly Cell[]) => [
    label,
    ...columns.map((name) => paperText(cells[others.indexOf(name)] ?? null)),
  ];
  return {
    kind: "table",
    caption: table.caption,
    columns: [first, ...columns],
    rows: [
      ...table.rows.map(({ label, cells }) => cellsOf(label, cells)),
      ...(table.total ? [cellsOf("Total", table.total)] : []),
    ],
  };
}

/** Amounts without their unit, which the caption gives. */
function paperText(cell: Cell): string {
  if (cell !== null && typeof cell === "object" && "cents" in cell) return formatAmount(cell.cents);
  return cellText(cell);
}
