import { formatDrift, type GroupDrift } from "@/domain/execution/drift";
import { formatPeriod } from "@/domain/execution/periods";
import { type EnvelopeLine, THEME_ENVELOPES, VOLET_ENVELOPES } from "@/domain/steering/envelopes";
import type { Cell } from "@/server/spreadsheet/table";
import { type Group, ministriesOf } from "./groups";
import type { Steering } from "./queries/steering";
import type { SteeringTable } from "./tables";

const CAPTION =
  "Dernière estimation comparée au plan initial. Un euro compte pour un euro, un jour pour un jour. Montants TTC en euros.";
const HEADINGS = ["Projets", "Plan initial", "Estimation", "Budget", "Calendrier"];

const driftCell = (value: number | null): Cell =>
  value === null ? "Sans\u00A0objet" : formatDrift(value);

const cellsOf = (drift: GroupDrift): Cell[] => [
  { count: drift.projects },
  { cents: drift.planned },
  { cents: drift.estimated },
  driftCell(drift.budget),
  driftCell(drift.calendar),
];

const groupsOf = <Key extends string>(
  lines: readonly EnvelopeLine<Key>[],
  filtersOf: (key: Key) => Group["filters"],
): Group[] =>
  lines.flatMap(({ key, label }) =>
    key === null ? [] : [{ key, label, filters: filtersOf(key) }],
  );

const THEME_GROUPS = groupsOf(THEME_ENVELOPES, (theme) => ({ theme }));
const VOLET_GROUPS = groupsOf(VOLET_ENVELOPES, (volet) => ({ volet }));

/** How far the projects that have reported are from their first plan, level by level, then quarter by quarter. */
export function driftTables(steering: Steering): SteeringTable[] {
  const { drifts } = steering;
  const present = drifts.at(-1);
  if (!present) return [];
  const level = (
    input: Pick<SteeringTable, "key" | "title"> & { heading: string },
    drifted: ReadonlyMap<string, GroupDrift>,
    groups: readonly Group[],
  ): SteeringTable => ({
    key: input.key,
    title: input.title,
    caption: CAPTION,
    headings: [input.heading, ...HEADINGS],
    rows: groups.flatMap(({ key, label, filters }) => {
      const drift = drifted.get(key);
      return drift
        ? [{ key, label, filters: { ...filters, part: "followed" }, cells: cellsOf(drift) }]
        : [];
    }),
    total: cellsOf(present.whole),
  });
  const { themes, volets, ministries } = present;
  return [
    level({ key: "derive", title: "Dérive par thème", heading: "Thème" }, themes, THEME_GROUPS),
    level(
      { key: "derive-volets", title: "Dérive par volet", heading: "Volet" },
      volets,
      VOLET_GROUPS,
    ),
    level(
      { key: "derive-ministeres", title: "Dérive par ministère", heading: "Ministère" },
      ministries,
      ministriesOf(steering, ministries),
    ),
    {
      key: "tendance",
      title: "Dérive à la fin de chaque trimestre",
      caption: CAPTION,
      headings: ["Trimestre", ...HEADINGS],
      rows: drifts.map(({ period, whole }) => ({
        key: period,
        label: formatPeriod(period),
        filters: null,
        cells: cellsOf(whole),
      })),
      total: null,
    },
  ];
}
