import type { ReactNode } from "react";

export interface DefinitionListProps {
  items: readonly { term: string; details: ReactNode }[];
}

/** Terms and their values, side by side from 768 px. An absent value reads « Non renseigné ». */
export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl className="guichet-definitions">
      {items.map(({ term, details }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {details === null || details === undefined || details === ""
              ? "Non renseigné"
              : details}
          </dd>
        </div>
      ))}
    </dl>
  );
}
