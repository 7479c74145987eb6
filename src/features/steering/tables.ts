import { LINK_WORDS } from "@/domain/credits/chain";
import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { formatPeriod } from "@/domain/execution/periods";
import { type Cents, cents } from "@/domain/money";
import { opensProjects } from "@/domain/rights/steering";
import {
  BOP_ENVELOPES,
  type BopKey,
  bopOfTheme,
  type EnvelopeLine,
  linesTotal,
  THEME_ENVELOPES,
  VOLET_ENVELOPES,
  type Volet,
} from "@/domain/steering/envelopes";
import {
  type Figures,
  formatDays,
  formatShare,
  MEASURES,
  type Measure,
  NO_FIGURES,
  successRate,
  timeElapsed,
} from "@/domain/steering/figures";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import type { Cell } from "@/server/spreadsheet/table";
import { driftTables } from "./drift-tables";
import type { SteeringFilters } from "./filters";
import { type Group, ministriesOf } from "./groups";
import type { Steering } from "./queries/steering";
import { spreadTables } from "./spread-tables";
import { SHOWN_STATES } from "./states";

/** One table of the committee: on its page, in a spreadsheet and in its note, the same. */
export interface SteeringTable {
  key: TableKey;
  title: string;
  /** Says the unit. */
  caption: string;
  headings: readonly string[];
  /** The headings under which words stand; figures under all the others. */
  words?: readonly string[];
  rows: readonly SteeringRow[];
  /** One cell per heading but the first; null where the rows do not add up. */
  total: readonly Cell[] | null;
}

export interface SteeringRow {
  key: string;
  label: string;
  /** The projects the row counts; null where none can be, or for who opens none. */
  filters: Partial<SteeringFilters> | null;
  /** One per heading but the first. */
  cells: readonly Cell[];
}

export const TABLE_KEYS = [
  "themes",
  "volets",
  "bop",
  "ministeres",
  "trimestres",
  "etats",
  "delais",
  "entreprises",
  "territoires",
  "sites",
  "derive",
  "derive-volets",
  "derive-ministeres",
  "tendance",
] as const;
export type TableKey = (typeof TABLE_KEYS)[number];

const amount = (value: Cents): Cell => ({ cents: value });
const count = (value: number): Cell => ({ count: value });
const shown = (measures: readonly Measure[], { amounts }: Figures) =>
  measures.map((measure) => amount(amounts[measure]));

/** Every table an actor reads, in the order of the page. */
export function tablesOf(steering: Steering): readonly SteeringTable[] {
  const sums = [themesTable(steering), voletsTable(steering), bopsTable(steering)];
  if (!opensProjects(steering.scope)) return sums;
  const { quarter } = steering.filters;
  return [
    ...sums,
    ministriesTable(steering),
    ...(quarter === null ? [quartersTable(steering)] : []),
    statesTable(steering),
    delaysTable(steering),
    ...spreadTables(steering),
    ...driftTables(steering),
  ];
}

/** A DNUM reads no request of others. */
const measuresOf = ({ scope }: Steering): readonly Measure[] =>
  opensProjects(scope) ? MEASURES : MEASURES.filter((measure) => measure !== "requested");

const wordsOf = (measures: readonly Measure[]) =>
  measures.map((measure) => LINK_WORDS[measure].label);

/** Lines of envelope under the BOP looked at. */
function underBop<Key extends string>(
  lines: readonly EnvelopeLine<Key>[],
  { filters }: Steering,
  bopOf: (key: Key) => BopKey | null,
): readonly EnvelopeLine<Key>[] {
  const { bop } = filters;
  return bop === null ? lines : lines.filter(({ key }) => key !== null && bopOf(key) === bop);
}

/** Lines of envelope with what their projects say: an envelope and what is left of it are of all quarters together. */
function moneyTable<Key extends string>(
  steering: Steering,
  input: {
    key: TableKey;
    title: string;
    heading: string;
    lines: readonly EnvelopeLine<Key>[];
    figures: ReadonlyMap<Key, Figures>;
    filtersOf: (key: Key) => Partial<SteeringFilters>;
  },
): SteeringTable {
  const { whole } = steering.figures;
  const measures = measuresOf(steering);
  const withEnvelope = steering.filters.quarter === null;
  const opens = opensProjects(steering.scope);
  const total = linesTotal(input.lines);
  const cellsOf = (envelope: Cents, figures: Figures): Cell[] => [
    ...(withEnvelope ? [amount(envelope)] : []),
    ...shown(measures, figures),
    ...(withEnvelope ? [amount(cents(envelope - figures.amounts.granted))] : []),
    formatShare(timeElapsed(figures)),
  ];
  return {
    key: input.key,
    title: input.title,
    caption: `${input.title}. Montants TTC en euros.`,
    headings: [
      input.heading,
      ...(withEnvelope ? ["Enveloppe"] : []),
      ...wordsOf(measures),
      ...(withEnvelope ? ["Solde"] : []),
      "Temps écoulé",
    ],
    rows: input.lines.map(({ key, label, amount: envelope }) => ({
      key: key ?? "sans",
      label,
      filters: key === null || !opens ? null : input.filtersOf(key),
      cells: cellsOf(envelope, (key !== null && input.figures.get(key)) || NO_FIGURES),
    })),
    total: cellsOf(total, whole),
  };
}

const themesTable = (steering: Steering) =>
  moneyTable<ThemeCode>(steering, {
    key: "themes",
    title: "Par thème",
    heading: "Thème",
    lines: underBop(THEME_ENVELOPES, steering, bopOfTheme),
    figures: steering.figures.themes,
    filtersOf: (theme) => ({ theme }),
  });

function voletsTable(steering: Steering): SteeringTable {
  const { bop } = steering.filters;
  // Under one BOP the envelope of a volet is that of its themes there.
  const lines =
    bop === null
      ? VOLET_ENVELOPES
      : VOLET_ENVELOPES.flatMap((line) => {
          const own = THEME_ENVELOPES.filter(
            ({ key }) => key && THEMES[key].volet === line.key && bopOfTheme(key) === bop,
          );
          return own.length === 0 ? [] : [{ ...line, amount: linesTotal(own) }];
        });
  return moneyTable<Volet>(steering, {
    key: "volets",
    title: "Par volet",
    heading: "Volet",
    lines,
    figures: steering.figures.volets,
    filtersOf: (volet) => ({ volet }),
  });
}

const bopsTable = (steering: Steering) =>
  moneyTable<BopKey>(steering, {
    key: "bop",
    title: "Par BOP",
    heading: "BOP",
    lines: underBop(BOP_ENVELOPES, steering, (key) => key),
    figures: steering.figures.bops,
    filtersOf: (bop) => ({ bop }),
  });

/** Groups that have no envelope of their own in the texts. */
function groupTable(
  steering: Steering,
  input: {
    key: TableKey;
    title: string;
    heading: string;
    groups: readonly Group[];
    figures: ReadonlyMap<string, Figures>;
  },
): SteeringTable {
  const cellsOf = (figures: Figures): Cell[] => [
    count(figures.dossiers),
    ...shown(MEASURES, figures),
    formatShare(timeElapsed(figures)),
  ];
  return {
    key: input.key,
    title: input.title,
    caption: `${input.title}. Montants TTC en euros.`,
    headings: [input.heading, "Dossiers", ...wordsOf(MEASURES), "Temps écoulé"],
    rows: input.groups.map(({ key, label, filters }) => ({
      key,
      label,
      filters,
      cells: cellsOf(input.figures.get(key) ?? NO_FIGURES),
    })),
    total: cellsOf(steering.figures.whole),
  };
}

const ministriesTable = (steering: Steering) =>
  groupTable(steering, {
    key: "ministeres",
    title: "Par ministère",
    heading: "Ministère",
    groups: ministriesOf(steering, steering.figures.ministries),
    figures: steering.figures.ministries,
  });

const quartersTable = (steering: Steering) =>
  groupTable(steering, {
    key: "trimestres",
    title: "Par trimestre de dépôt",
    heading: "Trimestre",
    groups: steering.quarters.map((quarter) => ({
      key: quarter,
      label: formatPeriod(quarter),
      filters: { quarter },
    })),
    figures: steering.figures.quarters,
  });

function statesTable({ figures: { states, whole } }: Steering): SteeringTable {
  const cellsOf = ({ dossiers, amounts }: Figures): Cell[] => [
    count(dossiers),
    amount(amounts.requested),
  ];
  return {
    key: "etats",
    title: "Dossiers par état",
    caption:
      "Dossiers par état, comme leurs porteurs le lisent\u00A0: aucune décision avant sa notification. Montants TTC en euros.",
    headings: ["État", "Dossiers", "Demandé"],
    rows: SHOWN_STATES.map((state) => ({
      key: state,
      label: STATUS_LABELS[state].label,
      filters: { state },
      cells: cellsOf(states.get(state) ?? NO_FIGURES),
    })),
    total: cellsOf(whole),
  };
}

function delaysTable(steering: Steering): SteeringTable {
  const { figures } = steering;
  const cellsOf = (one: Figures): Cell[] => [
    count(one.dossiers),
    count(one.awarded),
    count(one.turnedDown),
    formatShare(successRate(one)),
    formatDays(one.decisionDays),
    formatDays(one.openingDays),
    count(one.interministerial),
    amount(one.interministerialAmount),
  ];
  return {
    key: "delais",
    title: "Délais, taux de succès et part interministérielle",
    caption: "Délais médians, taux de succès et projets interministériels, par thème.",
    headings: [
      "Thème",
      "Dossiers",
      "Accordés",
      "Refusés ou écartés",
      "Taux de succès",
      "Du dépôt à la décision",
      "De la notification à l’ouverture du suivi",
      "Accordés interministériels",
      "Montant interministériel",
    ],
    rows: underBop(THEME_ENVELOPES, steering, bopOfTheme).flatMap(({ key, label }) =>
      key === null
        ? []
        : [
            {
              key,
              label,
              filters: { theme: key },
              cells: cellsOf(figures.themes.get(key) ?? NO_FIGURES),
            },
          ],
    ),
    total: cellsOf(figures.whole),
  };
}
