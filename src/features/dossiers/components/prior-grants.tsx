import { formatEuros, sum } from "@/domain/money";
import type { PriorGrant } from "../draft";

/** What the project's other dossiers were granted: it counts in the cap of the project. Nothing without one. */
export function PriorGrants({ prior }: { prior: readonly PriorGrant[] }) {
  if (prior.length === 0) return null;
  const total = sum(prior.map(({ amount }) => amount));
  return (
    <section aria-labelledby="deja-accorde" className="fr-mb-3w">
      <h3 id="deja-accorde" className="fr-h6 fr-mb-1w">
        Déjà accordé à ce projet
      </h3>
      <ul className="fr-mb-0">
        {prior.map(({ number, amount }) => (
          <li key={number}>
            Dossier {number}
            {"\u00A0"}: {formatEuros(amount)}
          </li>
        ))}
      </ul>
      <p>
        {formatEuros(total)} au total. Si le thème fixe un plafond par projet, ce montant y compte.
      </p>
    </section>
  );
}
