import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { ErrorSummary } from "@/ui/error-summary";
import { TextField } from "@/ui/text-field";
import { CONSULTATIONS_SHOWN, type Consultation } from "../queries/audit-search";

interface Props {
  /** The number searched and not found; null before a search. */
  unknown: string | null;
  consultations: readonly Consultation[];
}

/** Search of a dossier by its number, and the auditor's own consultations. */
export function AuditSearch({ unknown, consultations }: Props) {
  const error =
    unknown === null
      ? undefined
      : "Aucun dossier déposé ne porte ce numéro. Vérifiez-le sur le récépissé. Exemple\u00A0: 2021-000421.";
  return (
    <>
      <form action={routes.auditSearch()} method="get" noValidate className="fr-mb-6w">
        <ErrorSummary
          errors={error ? [{ path: "numero", message: error }] : []}
          before="ouvrir le dossier"
        />
        <TextField
          name="numero"
          label="Numéro du dossier"
          hint={"Quatre chiffres, un tiret, six chiffres. Exemple\u00A0: 2021-000012"}
          error={error}
          defaultValue={unknown ?? ""}
          native={{ autoComplete: "off", maxLength: 20 }}
        />
        <button className="fr-btn" type="submit">
          Ouvrir le journal du dossier
        </button>
      </form>
      <h2>Vos consultations</h2>
      {consultations.length === 0 ? (
        <p>Vous n’avez encore consulté aucun dossier.</p>
      ) : (
        <DataTable
          id="consultations"
          caption={`Vos ${CONSULTATIONS_SHOWN} dernières consultations au plus, la dernière d’abord. Heures de Paris.`}
          columns={COLUMNS}
          rows={consultations}
          rowKey={({ sequence }) => String(sequence)}
        />
      )}
    </>
  );
}

const KINDS: Record<Consultation["kind"], string> = {
  "audit-read": "Lecture",
  "audit-download": "Téléchargement",
  "evidence-read": "Dossier de preuves",
  "evidence-download": "Téléchargement des preuves",
  "project-read": "Vie du projet",
  "project-archive": "Archive du projet",
};

const COLUMNS: readonly Column<Consultation>[] = [
  {
    key: "number",
    header: "Dossier",
    rowHeader: true,
    cell: ({ dossier: { number } }) => (
      <AppLink className="guichet-amount" href={routes.auditDossier(number)}>
        {number}
      </AppLink>
    ),
  },
  { key: "title", header: "Projet", cell: ({ dossier }) => dossier.title },
  { key: "theme", header: "Thème", cell: ({ dossier }) => dossier.themeCode },
  { key: "kind", header: "Consultation", cell: ({ kind }) => KINDS[kind] },
  {
    key: "at",
    header: "Date",
    cell: ({ at }) => (
      <>
        <InstantTime instant={at} format="short" /> à <InstantTime instant={at} format="time" />
      </>
    ),
  },
];
