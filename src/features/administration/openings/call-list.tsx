import { CALL_STATE_LABELS } from "@/domain/funding/labels";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { StatusBadge } from "@/ui/status-badge";
import type { CallLine } from "./queries";

const COLUMNS: readonly Column<CallLine>[] = [
  {
    key: "label",
    header: "Ouverture",
    rowHeader: true,
    cell: ({ id, label }) => <AppLink href={routes.administrationCall(id)}>{label}</AppLink>,
  },
  { key: "theme", header: "Thème", cell: ({ themeCode }) => themeCode },
  {
    key: "state",
    header: "État",
    cell: ({ state }) => <StatusBadge small {...CALL_STATE_LABELS[state]} />,
  },
  {
    key: "opens",
    header: "Ouvre le",
    cell: ({ opensAt, announced }) =>
      opensAt ? <InstantTime instant={opensAt} format="short" /> : (announced ?? "Non renseigné"),
  },
  {
    key: "closes",
    header: "Ferme le",
    cell: ({ closesAt }) =>
      closesAt ? <InstantTime instant={closesAt} format="short" /> : "Sans date de fin",
  },
  {
    key: "envelope",
    header: "Enveloppe",
    numeric: true,
    cell: ({ envelope }) => <Amount cents={envelope.total} />,
  },
  { key: "dossiers", header: "Dossiers", numeric: true, cell: ({ dossiers }) => dossiers },
];

/** The calls one keeps, by theme. */
export function CallList({ calls }: { calls: readonly CallLine[] }) {
  return (
    <>
      <p>
        Une ouverture commencée garde ses règles, ses dates et ses poids{"\u00A0"}: sa clôture peut
        seulement être repoussée, avec un motif.
      </p>
      <p>
        <AppLink className="fr-btn" href={routes.administrationCallCreation()}>
          Créer une ouverture
        </AppLink>
      </p>
      <DataTable
        id="ouvertures"
        caption="Ouvertures, par thème"
        columns={COLUMNS}
        rows={calls}
        rowKey={({ id }) => id}
      />
    </>
  );
}
