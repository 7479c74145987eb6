import { type Cents, centsFromBigInt, formatEuros, parseEuros } from "@/domain/money";

/** What a post costs in a plan, as typed: T2 valued from its annual cost rather than typed outright. */
export interface TypedStaffCost {
  annualCost: string;
  timeShare: string;
  months: string;
}

export interface StaffCost {
  /** Of a full-time post over twelve months, charges included. */
  annualCost: Cents;
  /** Share of the time given to the project, in hundredths of a percent: `5000` is 50 %. */
  timeShare: number;
  /** Hundredths of a month: `450` is four months and a half. A line bears one year: 12 months at most. */
  months: number;
}

const compact = (typed: string) => typed.replace(/[\s\u00A0\u202F]/g, "");

/** Whether anything of the computation is typed. */
export function hasStaffCost(typed: TypedStaffCost): boolean {
  return [typed.annualCost, typed.timeShare, typed.months].some((value) => value !== "");
}

/**
 * A share of time typed `50`, `50 %` or `62,5`, in hundredths of a percent; null when it is not one. A number of one or
 * less without its sign is refused: `0,5` and `1` are half-times and full-times of spreadsheets as well as percentages.
 */
export function parseTimeShare(typed: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?(%?)$/.exec(compact(typed));
  if (!match) return null;
  const share = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  if (share === 0 || share > 10_000) return null;
  return share > 100 || match[3] === "%" ? share : null;
}

/** Months of a year typed `6` or `4,5`, in hundredths of a month; null when it is not more than 0 and 12 at most. */
export function parseMonths(typed: string): number | null {
  const match = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(compact(typed));
  if (!match) return null;
  const months = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return months > 0 && months <= 1200 ? months : null;
}

/** The three figures of a computation, or null while one of them cannot be read. */
export function parseStaffCost(typed: TypedStaffCost): StaffCost | null {
  const annualCost = parseEuros(typed.annualCost);
  const timeShare = parseTimeShare(typed.timeShare);
  const months = parseMonths(typed.months);
  if (annualCost === null || annualCost === 0 || timeShare === null || months === null) return null;
  return { annualCost, timeShare, months };
}

/** Hundredths of a percent by hundredths of a month: a full-time year. */
const FULL_YEAR = 10_000n * 1_200n;

/** Annual cost × share of time × months ÷ 12, in exact integer arithmetic, rounded half up to the cent. */
export function staffAmount({ annualCost, timeShare, months }: StaffCost): Cents {
  const exact = BigInt(annualCost) * BigInt(timeShare) * BigInt(months);
  return centsFromBigInt((2n * exact + FULL_YEAR) / (2n * FULL_YEAR));
}

/** `62,5` of 6 250 hundredths, `50` of 5 000. */
function inUnits(hundredths: number): string {
  const decimals = String(hundredths % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return `${Math.floor(hundredths / 100)}${decimals && `,${decimals}`}`;
}

/** `48 000,00 € × 50 % × 6 mois ÷ 12`: how the amount of a post is found. */
export function staffCostInWords(cost: StaffCost): string {
  return `${formatEuros(cost.annualCost)} × ${inUnits(cost.timeShare)}\u00A0% × ${inUnits(cost.months)}\u00A0mois ÷ 12`;
}
