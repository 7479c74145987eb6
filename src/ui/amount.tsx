import { type Cents, formatEuros } from "@/domain/money";

/** An amount to the cent, `1 250 000,00 €`, on one line with tabular figures; « Non renseigné » without one. */
export function Amount({ cents }: { cents: Cents | null | undefined }) {
  if (cents === null || cents === undefined) return <>Non renseigné</>;
  return <span className="guichet-amount">{formatEuros(cents)}</span>;
}
