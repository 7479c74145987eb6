import { BusinessError } from "@/domain/errors";
import { type Cents, cents, formatEuros } from "@/domain/money";

/** One of the envelopes an award is taken from, as it stands now. */
export interface EnvelopeLevel {
  id: string;
  label: string;
  total: Cents;
  committed: Cents;
}

/** The envelopes an award is taken from, nearest first: session, call or theme, BOP. Never empty. */
export type EnvelopeChain = readonly [EnvelopeLevel, ...EnvelopeLevel[]];

/** What an envelope has left. */
export function leftOf({ total, committed }: EnvelopeLevel): Cents {
  return cents(total - committed);
}

/** The level with the least left: what bounds an award. The nearest of several. */
export function tightest(chain: EnvelopeChain): EnvelopeLevel {
  return chain.reduce((least, level) => (leftOf(level) < leftOf(least) ? level : least));
}

/** « Enveloppe insuffisante » with both amounts, the way on, and which of the envelopes is short where there are several. */
export function envelopeExceeded(chain: EnvelopeChain, amount: Cents): BusinessError {
  const level = tightest(chain);
  const sentence = `Enveloppe insuffisante\u00A0: il reste ${formatEuros(leftOf(level))} pour ${formatEuros(amount)} proposés. Réduisez le montant ou mettez le dossier en réserve.`;
  const message =
    chain.length > 1 ? `${sentence} Enveloppe la plus serrée\u00A0: ${level.label}.` : sentence;
  return new BusinessError("envelope-exceeded", message, [{ path: "amount", message }]);
}
