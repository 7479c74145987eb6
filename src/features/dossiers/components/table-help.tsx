import type { TableColumn } from "@/domain/dossier/pasted-table";

/** The columns a table may have and what their cells may hold, folded. */
export function TableHelp({ columns }: { columns: readonly TableColumn<string>[] }) {
  return (
    <details className="guichet-details fr-mb-4w">
      <summary>Les colonnes reconnues</summary>
      <p>
        Titrez les colonnes comme ci-dessous, dans l’ordre que vous voulez. Sans ligne de titres,
        gardez cet ordre.
      </p>
      <dl className="guichet-columns">
        {columns.map(({ key, label, accepts, needed }) => (
          <div key={key}>
            <dt>
              {label}
              {needed ? "" : " (optionnel)"}
            </dt>
            <dd>{accepts}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
