import type { ChainAmounts } from "@/domain/credits/chain";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { ChainList } from "./chain-list";

interface Props {
  /** Null before the award is notified: nothing is shown. */
  amounts: ChainAmounts | null;
  /** Set where the reader follows the credits themselves. */
  number?: string;
}

/** The chain of a dossier's credits, on the page another room has of it. */
export function CreditsSummary({ amounts, number }: Props) {
  if (!amounts) return null;
  return (
    <>
      <h2>Crédits</h2>
      <ChainList amounts={amounts} label="Chaîne des crédits du dossier" />
      {number && (
        <p>
          <AppLink className="fr-link" href={routes.creditDossier(number)}>
            Voir les mouvements de crédits
          </AppLink>
        </p>
      )}
    </>
  );
}
