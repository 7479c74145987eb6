import { type PastedTable, problemSentence } from "@/domain/dossier/pasted-table";
import { Message } from "@/ui/message";

/** Rows shown, and errors listed, at once: the rest follows the next reading. */
const SHOWN = 30;

export interface TablePreviewProps {
  table: PastedTable<unknown>;
  /** The cells as pasted, by row number. */
  rows: readonly (readonly string[])[];
  plural: string;
}

/** What was read of a table: what is wrong first, row by row, then the rows themselves. */
export function TablePreview({ table, rows, plural }: TablePreviewProps) {
  if (table.refusal) {
    return (
      <Message severity="error" title="Erreur : ce tableau ne peut pas être ajouté" role="alert">
        {table.refusal}
      </Message>
    );
  }
  const wrong = table.rows.filter(({ problems }) => problems.length > 0);
  const sentences = wrong.flatMap(({ row, problems }) =>
    problems.map((one) => problemSentence(row, one)),
  );
  const count = `${table.rows.length} ${table.rows.length === 1 ? "ligne lue" : "lignes lues"}`;
  return (
    <section aria-labelledby="apercu">
      <h2 id="apercu" className="fr-h4">
        Ce qui a été lu
      </h2>
      {wrong.length === 0 ? (
        <Message severity="success" title={`Succès : ${count}, sans erreur`} as="h3" role="status">
          <p>Vérifiez-les ci-dessous, puis ajoutez-les.</p>
        </Message>
      ) : (
        <Message
          severity="error"
          title={`Erreur : ${count}, ${wrong.length} à corriger`}
          as="h3"
          role="alert"
        >
          <p>
            Corrigez le tableau sous l’aperçu, ou dans votre tableur, puis vérifiez à nouveau. Les
            valeurs acceptées sont en bas de page, sous «{"\u00A0"}Les colonnes reconnues{"\u00A0"}
            ».
          </p>
          <ul>
            {sentences.slice(0, SHOWN).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {sentences.length > SHOWN && <p>Et {sentences.length - SHOWN} autres erreurs.</p>}
        </Message>
      )}
      {table.ignored.length > 0 && (
        <p>
          Colonnes laissées de côté{"\u00A0"}: {table.ignored.join(", ")}.
        </p>
      )}
      <Rows table={table} rows={rows} plural={plural} />
    </section>
  );
}

/** A cell on one line of the preview; the text below the table holds it whole. */
const shortened = (cell: string) => (cell.length > 80 ? `${cell.slice(0, 79)}…` : cell);

function Rows({ table, rows, plural }: TablePreviewProps) {
  const wrongFirst = [...table.rows].sort(
    (one, other) => Number(other.problems.length > 0) - Number(one.problems.length > 0),
  );
  const shown = wrongFirst.slice(0, SHOWN).sort((one, other) => one.row - other.row);
  const headings = table.hasHeadings
    ? (rows.find((cells) => cells.some((cell) => cell !== "")) ?? [])
    : [];
  const width = Math.max(...shown.map(({ row }) => rows[row - 1]?.length ?? 0), headings.length);
  const places = Array.from({ length: width }, (_, place) => place);
  return (
    <div className="fr-table fr-table--sm guichet-preview">
      <div className="fr-table__wrapper">
        <section className="fr-table__container" tabIndex={0} aria-labelledby="apercu-titre">
          <div className="fr-table__content">
            <table>
              <caption id="apercu-titre">
                Aperçu des {plural}
                {table.rows.length > SHOWN &&
                  `, ${SHOWN} lignes sur ${table.rows.length}, celles à corriger d’abord`}
              </caption>
              <thead>
                <tr>
                  <th scope="col">Ligne</th>
                  {places.map((place) => (
                    <th scope="col" key={place}>
                      {headings[place] || `Colonne ${place + 1}`}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map(({ row, problems }) => (
                  <tr key={row}>
                    <th scope="row">
                      {row}
                      {problems.length > 0 && <strong> à corriger</strong>}
                    </th>
                    {places.map((place) => (
                      <td key={place}>{shortened(rows[row - 1]?.[place] ?? "")}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      </div>
    </div>
  );
}
