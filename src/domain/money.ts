/** Integer cents of a euro, always TTC unless said otherwise. A safe integer, possibly zero, never a float. */
export type Cents = number & { readonly __brand: "Cents" };

/** 90 000 billion euros in cents: the largest amount that stays an exact integer in JavaScript. */
const MAX = Number.MAX_SAFE_INTEGER;

/** Brands a number as cents. Throws a RangeError when it is not a safe integer: amounts are never rounded silently. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not an amount in cents: ${value}`);
  return value as Cents;
}

/** Whole euros as cents. */
export function euros(value: number): Cents {
  return cents(value * 100);
}

export const ZERO = cents(0);

/** Cents read from a `bigint` column. */
export function centsFromBigInt(value: bigint): Cents {
  if (value > BigInt(MAX) || value < -BigInt(MAX)) throw new RangeError("Amount out of range");
  return Number(value) as Cents;
}

/** Sum of amounts, exact. */
export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

/** `amount × numerator ÷ denominator`, rounded down to the cent (Livret l.410: « maximum »), in exact integer arithmetic. */
export function share(amount: Cents, numerator: number, denominator: number): Cents {
  return centsFromBigInt((BigInt(amount) * BigInt(numerator)) / BigInt(denominator));
}

/** The smaller of amounts. */
export function least(first: Cents, ...others: Cents[]): Cents {
  return cents(Math.min(first, ...others));
}

/** `1 234 567,89 €` with the thin and no-break spaces of French typography; negative with U+2212. */
export function formatEuros(amount: Cents): string {
  return `${formatAmount(amount)}\u00A0€`;
}

/** `1 234 567,89`, without the unit: for inputs and table cells whose caption gives the unit. */
export function formatAmount(amount: Cents): string {
  const absolute = Math.abs(amount);
  const whole = Math.floor(absolute / 100)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, "\u202F");
  const decimals = (absolute % 100).toString().padStart(2, "0");
  return `${amount < 0 ? "\u2212" : ""}${whole},${decimals}`;
}

/** `12 M€` for published envelopes only; other amounts are shown to the cent. */
export function formatMillions(amount: Cents): string {
  const millions = amount / 100_000_000;
  return `${millions.toLocaleString("fr-FR", { maximumFractionDigits: 2 })}\u00A0M€`;
}

/** `1234567.89`: the decimal string of the public API. */
export function toDecimalString(amount: Cents): string {
  const absolute = Math.abs(amount);
  const text = `${Math.floor(absolute / 100)}.${(absolute % 100).toString().padStart(2, "0")}`;
  return amount < 0 ? `-${text}` : text;
}

/** What the public API takes for an amount. */
export const DECIMAL_STRING = /^(\d{1,13})\.(\d{2})$/;

/** Cents of a decimal string such as `120000.00` (the API) ; null when it is not one, is negative or too large. */
export function parseDecimalString(text: string): Cents | null {
  const match = DECIMAL_STRING.exec(text);
  return match ? cents(Number(match[1]) * 100 + Number(match[2])) : null;
}

/**
 * Cents of what a person types: `12 500,50`, `12500.5`, `12 500 €`. Null when it is not a positive amount with at
 * most two decimals, or exceeds 9 999 999 999 999,99 €.
 */
export function parseEuros(text: string): Cents | null {
  const compact = text.replace(/[\s\u00A0\u202F€]/g, "");
  const match = /^(\d{1,13})(?:[.,](\d{1,2}))?$/.exec(compact);
  if (!match) return null;
  return cents(Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")));
}
