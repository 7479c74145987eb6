import { type ChainAmounts, chainOf, LINK_WORDS } from "@/domain/credits/chain";
import { Amount } from "@/ui/amount";

/** The seven links from the request to the return, each with its amount and what has not followed yet. */
export function ChainList({ amounts, label }: { amounts: ChainAmounts; label: string }) {
  return (
    <ol className="fr-raw-list guichet-chain" aria-label={label}>
      {chainOf(amounts).map(({ link, amount, gap }, index) => (
        <li key={link}>
          <p>
            {index + 1}. {LINK_WORDS[link].label}
          </p>
          <p className="fr-text--lead fr-text--bold">
            <Amount cents={amount} />
          </p>
          <p className="fr-text--sm">{LINK_WORDS[link].is}</p>
          {gap && (
            <p className="fr-text--sm">
              <span>Écart{"\u00A0"}: </span>
              <Amount cents={gap.amount} /> {gap.words}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
