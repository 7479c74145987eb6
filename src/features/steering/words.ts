import { LINK_WORDS } from "@/domain/credits/chain";
import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { formatPeriod } from "@/domain/execution/periods";
import { BOPS } from "@/domain/funding/bop";
import { cents, formatEuros } from "@/domain/money";
import { opensProjects } from "@/domain/rights/steering";
import { type BopKey, envelopeOf } from "@/domain/steering/envelopes";
import {
  formatDays,
  formatShare,
  MEASURES,
  type Measure,
  shareOf,
  successRate,
  timeElapsed,
} from "@/domain/steering/figures";
import { isFundOwner } from "@/domain/themes/types";
import type { Cell } from "@/server/spreadsheet/table";
import { NO_MINISTRY, PART_FILTERS, type Part, type SteeringFilters } from "./filters";
import type { Steering } from "./queries/steering";

/** A figure of the top of the page, with the projects it counts. */
export interface KeyFigure {
  label: string;
  value: string;
  /** What it is, or is out of. */
  detail?: string;
  filters: Partial<SteeringFilters> | null;
}

/** `12 345`. */
export const formatCount = (count: number): string => count.toLocaleString("fr-FR");

/** A cell as a page and a note print it. */
export function cellText(cell: Cell): string {
  if (cell === null) return "Sans\u00A0objet";
  if (typeof cell === "string") return cell;
  if ("count" in cell) return formatCount(cell.count);
  return "day" in cell ? cell.day : formatEuros(cell.cents);
}

/** The name of a BOP. */
export const bopWords = (bop: BopKey): string =>
  isFundOwner(bop) ? BOPS[bop].label : "Sans BOP dans les textes (ITN7)";

/** The projects that an amount counts: those that have some of it. */
const PART_OF: Readonly<Record<Measure, Part | null>> = {
  requested: null,
  granted: "granted",
  allocated: "allocated",
  committed: "committed",
  paid: "paid",
  returned: "returned",
};

/** The key figures, each with the list it opens. */
export function keyFigures(steering: Steering): readonly KeyFigure[] {
  const { scope, filters, figures, creditTime } = steering;
  const { whole } = figures;
  const envelope = envelopeOf(isFundOwner(filters.bop) ? filters.bop : null);
  const opens = opensProjects(scope);
  const at = (part: Part | null) => (opens ? { part } : null);
  const measures = MEASURES.filter((measure) => opens || measure !== "requested");
  const granted = shareOf(whole.amounts.granted, envelope);
  return [
    ...(opens
      ? [{ label: "Dossiers déposés", value: formatCount(whole.dossiers), filters: at(null) }]
      : []),
    ...measures.map((measure) => ({
      label: LINK_WORDS[measure].label,
      value: formatEuros(whole.amounts[measure]),
      filters: at(PART_OF[measure]),
      ...(measure === "granted" && { detail: `${formatShare(granted)} de l’enveloppe` }),
    })),
    ...(filters.quarter === null
      ? [
          {
            label: "Solde à accorder",
            value: formatEuros(cents(envelope - whole.amounts.granted)),
            detail: `sur ${formatEuros(envelope)}`,
            filters: null,
          },
        ]
      : []),
    {
      label: "Temps écoulé",
      value: formatShare(creditTime),
      detail: "de 2021 et 2022, années des crédits",
      filters: null,
    },
    ...(opens ? lifeFigures(steering) : []),
  ];
}

/** What becomes of the files, and how long it takes. */
function lifeFigures({ figures: { whole } }: Steering): KeyFigure[] {
  const { awarded, turnedDown } = whole;
  const decided = awarded + turnedDown;
  return [
    {
      label: "Taux de succès",
      value: formatShare(successRate(whole)),
      detail: `${formatCount(awarded)} accordé${plural(awarded)} sur ${formatCount(decided)} décidé${plural(decided)} et notifié${plural(decided)}`,
      filters: { part: "decided" },
    },
    {
      label: "Du dépôt à la décision",
      value: formatDays(whole.decisionDays),
      detail: "délai médian des décisions notifiées",
      filters: { part: "decided" },
    },
    {
      label: "De la notification à l’ouverture",
      value: formatDays(whole.openingDays),
      detail: "délai médian des suivis ouverts",
      filters: { part: "followed" },
    },
    {
      label: "Part interministérielle",
      value: formatShare(shareOf(whole.interministerialAmount, whole.amounts.granted)),
      detail: `${formatEuros(whole.interministerialAmount)} de l’accordé`,
      filters: { part: "interministerial" },
    },
    {
      label: "Temps écoulé des projets",
      value: formatShare(timeElapsed(whole)),
      detail: "jours passés sur jours prévus",
      filters: { part: "followed" },
    },
  ];
}

const plural = (count: number) => (count > 1 ? "s" : "");

/** What a list is narrowed to, in words, each with the list without it. */
export function filterTags(
  filters: SteeringFilters,
  ministries: readonly { id: string; name: string }[],
): { label: string; without: SteeringFilters }[] {
  const { quarter, bop, volet, theme, ministry, state, part } = filters;
  const ministryName =
    ministry === NO_MINISTRY
      ? "Sans ministère"
      : (ministries.find(({ id }) => id === ministry)?.name ?? "Ministère inconnu");
  return [
    ...(quarter ? [{ label: formatPeriod(quarter), without: { ...filters, quarter: null } }] : []),
    ...(bop ? [{ label: bopWords(bop), without: { ...filters, bop: null } }] : []),
    ...(volet ? [{ label: `Volet ${volet}`, without: { ...filters, volet: null } }] : []),
    ...(theme ? [{ label: theme, without: { ...filters, theme: null } }] : []),
    ...(ministry ? [{ label: ministryName, without: { ...filters, ministry: null } }] : []),
    ...(state ? [{ label: STATUS_LABELS[state].label, without: { ...filters, state: null } }] : []),
    ...(part ? [{ label: PART_FILTERS[part].label, without: { ...filters, part: null } }] : []),
  ];
}
