import { EXTRACT_COLUMNS, MOST_EXTRACT_BYTES, MOST_EXTRACT_LINES } from "@/domain/credits/extract";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { StatusBadge } from "@/ui/status-badge";
import { SubmitButton } from "@/ui/submit-button";
import type { ImportRow } from "../queries/imports";

interface Props {
  rows: readonly ImportRow[];
  maySend: boolean;
}

/** Sends an extract of the accounting, and leads to those already sent. */
export function ImportsView({ rows, maySend }: Props) {
  return (
    <>
      <p className="fr-text--lead">
        L’extrait dit ce que la comptabilité a engagé et payé. Chaque écriture est comptée une seule
        fois, même si plusieurs extraits la répètent.
      </p>
      {maySend && <Sending />}
      <h2>Extraits reçus</h2>
      {rows.length === 0 ? (
        <EmptyState action={{ label: "Revenir aux crédits", href: routes.credits() }}>
          Aucun extrait n’est encore reçu.
        </EmptyState>
      ) : (
        <DataTable
          id="extraits"
          caption="Extraits à enregistrer, puis extraits enregistrés, du plus récent au plus ancien"
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "file",
              header: "Fichier",
              rowHeader: true,
              cell: ({ id, fileName }) => (
                <AppLink href={routes.creditImport(id)}>{fileName}</AppLink>
              ),
            },
            { key: "bop", header: "BOP", cell: ({ bop }) => bop },
            {
              key: "at",
              header: "Date",
              cell: ({ at }) => <InstantTime instant={at} format="date" />,
            },
            {
              key: "state",
              header: "État",
              cell: ({ entered }) =>
                entered ? (
                  <StatusBadge label="Enregistré" severity="success" small />
                ) : (
                  <StatusBadge label="À vérifier" severity="info" small />
                ),
            },
          ]}
        />
      )}
    </>
  );
}

function Sending() {
  const megabytes = Math.floor(MOST_EXTRACT_BYTES / 1024 / 1024);
  const lines = MOST_EXTRACT_LINES.toLocaleString("fr-FR");
  return (
    <>
      <form action={routes.sendExtract()} method="post" encType="multipart/form-data">
        <div className="fr-upload-group fr-mb-2w">
          <label className="fr-label" htmlFor="extrait">
            Extrait comptable
            <span className="fr-hint-text">
              Fichier CSV, {lines} écritures et {megabytes} Mo au plus. Rien n’est enregistré avant
              votre accord, à la page suivante.
            </span>
          </label>
          <input
            className="fr-upload"
            type="file"
            id="extrait"
            name="extrait"
            accept=".csv,.txt,text/csv"
            required
          />
        </div>
        <SubmitButton waiting="Lecture en cours">Vérifier l’extrait</SubmitButton>
      </form>
      <details className="guichet-details fr-my-4w">
        <summary>Les colonnes attendues</summary>
        <p>
          La première ligne nomme les colonnes, dans n’importe quel ordre{"\u00A0"}:{" "}
          {EXTRACT_COLUMNS.map(({ label, optional }) =>
            optional ? `${label} (optionnel)` : label,
          ).join(", ")}
          .
        </p>
        <p>
          Un montant négatif annule ou corrige. Un engagement vient avant ses paiements dans le
          fichier.
        </p>
        <p>
          <a className="fr-link" href={routes.sendExtract()} download>
            Télécharger le modèle (CSV)
          </a>
        </p>
      </details>
    </>
  );
}
