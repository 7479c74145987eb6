import { formatEuros } from "@/domain/money";
import { routes } from "@/routes";
import type { Piece } from "@/server/pieces";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { Message } from "@/ui/message";
import type { DecisionEvidence as Evidence } from "../commands/consult-decision";

const COLUMNS: readonly Column<Piece>[] = [
  { key: "title", header: "Pièce", rowHeader: true, cell: ({ title }) => title },
  { key: "name", header: "Fichier", cell: ({ name }) => name },
  {
    key: "at",
    header: "Date",
    cell: ({ at }) => (at ? <InstantTime instant={at} format="short" /> : "Sans objet"),
  },
  {
    key: "hash",
    header: "Empreinte SHA-256",
    cell: ({ sha256 }) => <code>{sha256}</code>,
  },
];

/** What proves a decision: the state of the log first, then every piece with its hash, and the archive. */
export function DecisionEvidenceView({ evidence }: { evidence: Evidence }) {
  const { id, number, title, outcome, confirmedAt, pieces, brokenAt } = evidence;
  return (
    <>
      <p>
        Dossier <AppLink href={routes.auditDossier(number)}>{number}</AppLink>, {title}. Décision
        {"\u00A0"}: {outcome.label}
        {outcome.amount !== null && `, ${formatEuros(outcome.amount)}`}, confirmée le{" "}
        <InstantTime instant={confirmedAt} />.
      </p>
      {brokenAt === null ? (
        <Message severity="success" title="Succès : le journal du dossier est intact" as="h2">
          <p>Chaque ligne porte l’empreinte de la précédente.</p>
        </Message>
      ) : (
        <Message severity="error" title="Erreur : le journal du dossier est rompu" as="h2">
          <p>La ligne {brokenAt} ne tient pas. Les pièces restent lisibles, sans preuve.</p>
        </Message>
      )}
      <p className="fr-mt-3w">
        <a className="fr-link fr-link--download" href={routes.evidenceFile(id)} download>
          Télécharger le dossier de preuves
          <span className="fr-link__detail">ZIP, {pieces.length} pièces et leur manifeste</span>
        </a>
      </p>
      <DataTable
        id="pieces"
        caption="Pièces de la décision"
        columns={COLUMNS}
        rows={pieces}
        rowKey={({ name }) => name}
      />
      <p>
        Les notes privées des jurés ne sont lues par personne d’autre{"\u00A0"}: elles n’y sont pas.
      </p>
    </>
  );
}
