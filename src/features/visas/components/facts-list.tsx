import type { VisaFacts } from "@/domain/dossier/visa";
import { Amount } from "@/ui/amount";
import { DefinitionList } from "@/ui/definition-list";

/** What the DNUM reads of a dossier, the same to the carrier who shows it and to the DNUM who reads it. */
export function FactsList({ facts, callLabel }: { facts: VisaFacts; callLabel: string }) {
  const { title, summary, total, base, computedGrant, requestedGrant } = facts;
  return (
    <DefinitionList
      items={[
        { term: "Projet", details: title },
        {
          term: "En quelques phrases",
          details: summary && <span className="guichet-typed">{summary}</span>,
        },
        { term: "Ouverture", details: callLabel },
        { term: "Coût total TTC", details: <Amount cents={total} /> },
        { term: "Base de calcul", details: <Amount cents={base} /> },
        { term: "Subvention calculée", details: <Amount cents={computedGrant} /> },
        { term: "Subvention demandée", details: <Amount cents={requestedGrant} /> },
      ]}
    />
  );
}
