import { nextMonth } from "@/domain/calendar";
import type { Expense } from "@/domain/funding/types";
import { type Cents, cents, centsFromBigInt, sum, ZERO } from "@/domain/money";

/** What a baseline plans to spend in one month, TTC, and the part of it that is staff (T2). */
export interface MonthSpending {
  /** `2021-03`. */
  month: string;
  amount: Cents;
  t2: Cents;
}

/** The months from one to another, both included; the first alone when the last comes before it. */
export function monthsBetween(first: string, last: string): string[] {
  const months = [first];
  for (let month = nextMonth(first); month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

/** An amount cut in as many parts as there are weights, in their proportion, to the cent: the parts are the amount. */
export function cut(amount: Cents, weights: readonly number[]): Cents[] {
  const whole = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  let reached = 0n;
  let given = 0n;
  return weights.map((weight) => {
    reached += BigInt(weight);
    const upTo = whole === 0n ? 0n : (BigInt(amount) * reached) / whole;
    const part = centsFromBigInt(upTo - given);
    given = upTo;
    return part;
  });
}

/** The months of a project over which a year's spending is spread; the nearest one when it has none that year. */
function monthsOfYear(months: readonly string[], year: number): string[] {
  const own = months.filter((month) => month.startsWith(`${year}-`));
  if (own.length > 0) return own;
  const [first = "", last = first] = [months[0], months.at(-1)];
  return [`${year}-12` < first ? first : last];
}

/**
 * The spending of a plan month by month, from its first month to its last: the lines of each year spread evenly over the
 * months of that year, to the cent. The texts ask a plan by year and a report by month: a reading.
 */
export function spendingByMonth(
  expenses: readonly Pick<Expense, "amount" | "nature" | "year">[],
  firstMonth: string,
  lastMonth: string,
): MonthSpending[] {
  const months = monthsBetween(firstMonth, lastMonth);
  const profile = new Map(months.map((month) => [month, { amount: 0, t2: 0 }]));
  for (const { amount, nature, year } of expenses) {
    const own = monthsOfYear(months, year);
    const parts = cut(
      amount,
      own.map(() => 1),
    );
    own.forEach((month, index) => {
      const kept = profile.get(month);
      const part = parts[index] ?? ZERO;
      if (!kept) return;
      kept.amount += part;
      if (nature === "T2") kept.t2 += part;
    });
  }
  return [...profile].map(([month, { amount, t2 }]) => ({
    month,
    amount: cents(amount),
    t2: cents(t2),
  }));
}

/** The same spending when the project ends on another month: what is planned up to `kept` stays, the rest is spread. */
export function respread(
  profile: readonly MonthSpending[],
  kept: string,
  lastMonth: string,
): MonthSpending[] {
  const first = profile[0]?.month ?? lastMonth;
  const past = profile.filter(({ month }) => month <= kept && month <= lastMonth);
  const rest = profile.slice(past.length);
  const from = past.length > 0 ? nextMonth(past.at(-1)?.month ?? first) : first;
  // A project that ends at once keeps in its last month all that was left to spend.
  const months = from <= lastMonth ? monthsBetween(from, lastMonth) : [];
  const left = { amount: sum(rest.map((each) => each.amount)), t2: sum(rest.map(({ t2 }) => t2)) };
  const last = past.at(-1);
  if (months.length === 0 && last) {
    return [
      ...past.slice(0, -1),
      { ...last, amount: cents(last.amount + left.amount), t2: cents(last.t2 + left.t2) },
    ];
  }
  // T2 and the rest are cut apart, so that T2 never exceeds the month it is in.
  const even = months.map(() => 1);
  const t2 = cut(left.t2, even);
  const t3 = cut(cents(left.amount - left.t2), even);
  return [
    ...past,
    ...months.map((month, index) => {
      const staff = t2[index] ?? ZERO;
      return { month, amount: cents(staff + (t3[index] ?? ZERO)), t2: staff };
    }),
  ];
}
