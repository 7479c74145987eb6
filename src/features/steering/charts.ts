import { LINK_WORDS } from "@/domain/credits/chain";
import { formatDrift, type GroupDrift } from "@/domain/execution/drift";
import type { Period } from "@/domain/execution/periods";
import { type Cents, cents, formatMillions } from "@/domain/money";
import { FRENCH_COMPANY_THEMES, PROVIDER_THEMES } from "@/domain/steering/companies";
import { formatShare, shareOf } from "@/domain/steering/figures";
import type { Cell } from "@/server/spreadsheet/table";
import type { BarChartProps } from "@/ui/charts/bar-chart";
import type { LineChartProps } from "@/ui/charts/line-chart";
import type { StackedBarsProps } from "@/ui/charts/stacked-bars";
import type { Steering } from "./queries/steering";
import type { SteeringRow, SteeringTable } from "./tables";
import { formatCount } from "./words";

type Drawn<Props> = Omit<Props, "id" | "children">;

/** How a table is drawn. */
export type SteeringChart =
  | ({ kind: "bars" } & Drawn<BarChartProps>)
  | ({ kind: "stacked" } & Drawn<StackedBarsProps>)
  | ({ kind: "lines" } & Drawn<LineChartProps>);

const SAME_VALUES = "Les valeurs sont dans le tableau qui suit.";

/** The drawing of a table; null where there is nothing to draw yet. */
export function chartOf(steering: Steering, table: SteeringTable): SteeringChart | null {
  switch (table.key) {
    case "themes":
    case "volets":
    case "bop":
      return moneyBars(table);
    case "ministeres":
      return amountBars(table, "granted", "Montants accordés par ministère");
    case "territoires":
      return amountBars(table, "granted", "Montants accordés par territoire");
    case "trimestres":
      return quarterLines(table);
    case "etats":
      return countBars(table, "Dossiers", "Nombre de dossiers par état");
    case "sites":
      return countBars(table, "Sites", "Nombre de sites par sorte de territoire");
    case "delais":
      return decided(table);
    case "entreprises":
      return companyBars(steering);
    case "derive":
      return driftBars(table, "thème", steering.drifts.at(-1)?.themes);
    case "derive-volets":
      return driftBars(table, "volet", steering.drifts.at(-1)?.volets);
    case "derive-ministeres":
      return driftBars(table, "ministère", steering.drifts.at(-1)?.ministries);
    case "tendance":
      return driftLines(steering);
  }
}

/** `ITN3` of « ITN3 : Extensions territoriales… ». */
const short = (label: string) => label.split("\u00A0:")[0] ?? label;

function cellIn({ headings }: SteeringTable, { cells }: SteeringRow, heading: string): Cell {
  return cells[headings.indexOf(heading) - 1] ?? null;
}

function amountIn(table: SteeringTable, row: SteeringRow, heading: string): Cents {
  const cell = cellIn(table, row, heading);
  return cell !== null && typeof cell === "object" && "cents" in cell ? cell.cents : cents(0);
}

function countIn(table: SteeringTable, row: SteeringRow, heading: string): number {
  const cell = cellIn(table, row, heading);
  return cell !== null && typeof cell === "object" && "count" in cell ? cell.count : 0;
}

const PARTS_OF_MONEY = [
  "Payé",
  "Engagé, non payé",
  "Délégué, non engagé",
  "Accordé, non délégué",
  "Solde à accorder",
];

/** Where the money of each envelope stands; without envelopes, that of what was granted. */
function moneyBars(table: SteeringTable): SteeringChart {
  const withEnvelope = table.headings.includes("Enveloppe");
  const bars = table.rows.flatMap((row) => {
    const of = (heading: string) => amountIn(table, row, heading);
    const [granted, paid] = [of(LINK_WORDS.granted.label), of(LINK_WORDS.paid.label)];
    const committed = of(LINK_WORDS.committed.label);
    const allocated = of(LINK_WORDS.allocated.label) - of(LINK_WORDS.returned.label);
    const whole = withEnvelope ? of("Enveloppe") : granted;
    if (whole === 0) return [];
    const values = [paid, committed - paid, allocated - committed, granted - allocated];
    return [
      {
        label: short(row.label),
        values: withEnvelope ? [...values, whole - granted] : values,
        text: `${formatMillions(granted)} accordés${withEnvelope ? ` sur ${formatMillions(whole)}` : ""}`,
      },
    ];
  });
  return {
    kind: "stacked",
    title: withEnvelope
      ? `Emploi des enveloppes, ${lower(table)}`
      : `Emploi de l’accordé, ${lower(table)}`,
    description: `Chaque barre est une enveloppe entière, coupée selon l’avancement de l’argent. ${SAME_VALUES}`,
    series: withEnvelope ? PARTS_OF_MONEY : PARTS_OF_MONEY.slice(0, -1),
    bars,
  };
}

const lower = ({ title }: SteeringTable) => title.charAt(0).toLowerCase() + title.slice(1);

function amountBars(table: SteeringTable, measure: "granted", title: string): SteeringChart | null {
  const bars = table.rows.flatMap((row) => {
    const value = amountIn(table, row, LINK_WORDS[measure].label);
    return value === 0 ? [] : [{ label: row.label, value, text: formatMillions(value) }];
  });
  if (bars.length === 0) return null;
  return { kind: "bars", title, description: `Une barre par ligne. ${SAME_VALUES}`, bars };
}

function countBars(table: SteeringTable, heading: string, title: string): SteeringChart | null {
  const bars = table.rows.flatMap((row) => {
    const value = countIn(table, row, heading);
    return value === 0 ? [] : [{ label: row.label, value, text: formatCount(value) }];
  });
  if (bars.length === 0) return null;
  return { kind: "bars", title, description: `Une barre par ligne. ${SAME_VALUES}`, bars };
}

/** `T1 2021` of `2021-T1`. */
const stepOf = (period: Period) => period.split("-").toReversed().join(" ");

function quarterLines(table: SteeringTable): SteeringChart {
  const line = (measure: "requested" | "granted") => {
    const values = table.rows.map((row) => amountIn(table, row, LINK_WORDS[measure].label));
    return { name: LINK_WORDS[measure].label, values, texts: values.map(formatMillions) };
  };
  return {
    kind: "lines",
    title: "Demandé et accordé selon le trimestre de dépôt",
    description: `Deux lignes, d’un trimestre au suivant. ${SAME_VALUES}`,
    steps: table.rows.map(({ key }) => stepOf(key)),
    lines: [line("requested"), line("granted")],
  };
}

function decided(table: SteeringTable): SteeringChart | null {
  const bars = table.rows.flatMap((row) => {
    const awarded = countIn(table, row, "Accordés");
    const turnedDown = countIn(table, row, "Refusés ou écartés");
    const all = awarded + turnedDown;
    if (all === 0) return [];
    const text = `${formatCount(awarded)} accordé${awarded > 1 ? "s" : ""} sur ${formatCount(all)}`;
    return [{ label: short(row.label), values: [awarded, turnedDown], text }];
  });
  if (bars.length === 0) return null;
  return {
    kind: "stacked",
    title: "Décisions notifiées, par thème",
    description: `Chaque barre réunit les dossiers décidés d’un thème. ${SAME_VALUES}`,
    series: ["Accordés", "Refusés ou écartés"],
    bars,
  };
}

function companyBars({ spread }: Steering): SteeringChart | null {
  if (spread === null) return null;
  const { providers, companies } = spread;
  const shares = [
    ...PROVIDER_THEMES.map((code) => ({
      code,
      share: shareOf(providers.innovative, providers.spending),
    })),
    ...FRENCH_COMPANY_THEMES.map((code) => {
      const { projects, yes } = companies.get(code) ?? { projects: 0, yes: 0 };
      return { code, share: shareOf(yes, projects) };
    }),
  ];
  const bars = shares.flatMap(({ code, share }) =>
    share === null ? [] : [{ label: code, value: share, text: formatShare(share) }],
  );
  if (bars.length === 0) return null;
  return {
    kind: "bars",
    title: "Part des entreprises, là où le formulaire la demande",
    description: `Une barre par thème, en pourcentage. ${SAME_VALUES}`,
    bars,
  };
}

function driftBars(
  { rows }: SteeringTable,
  one: string,
  drifted: ReadonlyMap<string, GroupDrift> = new Map(),
): SteeringChart | null {
  const bars = rows.flatMap(({ key, label }) => {
    const budget = drifted.get(key)?.budget ?? null;
    return budget === null
      ? []
      : [{ label: short(label), value: budget, text: formatDrift(budget) }];
  });
  if (bars.length === 0) return null;
  return {
    kind: "bars",
    title: `Dérive du budget par ${one}`,
    description: `Une barre par ${one} qui coûte plus que prévu\u202F; sans barre, il coûte autant ou moins. ${SAME_VALUES}`,
    bars,
  };
}

function driftLines({ drifts }: Steering): SteeringChart | null {
  if (drifts.length < 2) return null;
  const line = (name: string, of: "budget" | "calendar") => {
    const values = drifts.map(({ whole }) => whole[of]);
    return {
      name,
      values,
      texts: values.map((value) => (value === null ? "" : formatDrift(value))),
    };
  };
  return {
    kind: "lines",
    title: "Dérive à la fin de chaque trimestre",
    description: `Deux lignes, budget et calendrier, d’un trimestre au suivant. ${SAME_VALUES}`,
    steps: drifts.map(({ period }) => stepOf(period)),
    lines: [line("Budget", "budget"), line("Calendrier", "calendar")],
  };
}
