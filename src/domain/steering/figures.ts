import { hundredths } from "@/domain/execution/drift";
import { type Cents, cents, ZERO } from "@/domain/money";

/** The amounts a committee follows, in the order money moves. */
export const MEASURES = [
  "requested",
  "granted",
  "allocated",
  "committed",
  "paid",
  "returned",
] as const;
export type Measure = (typeof MEASURES)[number];

/** What is told of a group of projects. All but the medians are sums: a group is the sum of its parts. */
export interface Figures {
  /** Filed. */
  dossiers: number;
  /** Awards told to their carriers, and those of several ministries among them. */
  awarded: number;
  interministerial: number;
  interministerialAmount: Cents;
  /** Refused or set aside, and told. */
  turnedDown: number;
  amounts: Readonly<Record<Measure, Cents>>;
  /** Of the projects in execution or closed: days gone, out of the days planned. */
  elapsedDays: number;
  plannedDays: number;
  /** In days; null where nothing is decided, or opened. */
  decisionDays: number | null;
  openingDays: number | null;
}

/** What adds up in figures. */
export type Sums = Omit<Figures, "decisionDays" | "openingDays">;

export const NO_FIGURES: Figures = {
  dossiers: 0,
  awarded: 0,
  interministerial: 0,
  interministerialAmount: ZERO,
  turnedDown: 0,
  amounts: {
    requested: ZERO,
    granted: ZERO,
    allocated: ZERO,
    committed: ZERO,
    paid: ZERO,
    returned: ZERO,
  },
  elapsedDays: 0,
  plannedDays: 0,
  decisionDays: null,
  openingDays: null,
};

/** The sums of two groups together. */
export function addedSums(one: Sums, other: Sums): Sums {
  const amount = (measure: Measure) => cents(one.amounts[measure] + other.amounts[measure]);
  return {
    dossiers: one.dossiers + other.dossiers,
    awarded: one.awarded + other.awarded,
    interministerial: one.interministerial + other.interministerial,
    interministerialAmount: cents(one.interministerialAmount + other.interministerialAmount),
    turnedDown: one.turnedDown + other.turnedDown,
    amounts: {
      requested: amount("requested"),
      granted: amount("granted"),
      allocated: amount("allocated"),
      committed: amount("committed"),
      paid: amount("paid"),
      returned: amount("returned"),
    },
    elapsedDays: one.elapsedDays + other.elapsedDays,
    plannedDays: one.plannedDays + other.plannedDays,
  };
}

/**
 * Awards out of the dossiers told awarded, refused or set aside, in hundredths of a percent; null before the first.
 * Redirected or to be presented again is no end: neither counts.
 */
export function successRate({ awarded, turnedDown }: Sums): number | null {
  return hundredths(awarded, awarded + turnedDown);
}

/** Days gone out of the days planned, in hundredths of a percent; null where no project is followed. */
export function timeElapsed({ elapsedDays, plannedDays }: Sums): number | null {
  return hundredths(elapsedDays, plannedDays);
}

/** Part of a whole, in hundredths of a percent; null when the whole is nothing. */
export function shareOf(part: number, whole: number): number | null {
  return hundredths(part, whole);
}

/** `28,4 %` of hundredths of a percent; « Sans objet » without a share. */
export function formatShare(share: number | null): string {
  if (share === null) return "Sans\u00A0objet";
  const text = (Math.round(share / 10) / 10).toLocaleString("fr-FR", { maximumFractionDigits: 1 });
  return `${text}\u00A0%`;
}

/** `31 jours`, of a median that may fall between two days; « Sans objet » without one. */
export function formatDays(days: number | null): string {
  if (days === null) return "Sans\u00A0objet";
  const whole = Math.round(days);
  return `${whole}\u00A0jour${whole > 1 ? "s" : ""}`;
}
