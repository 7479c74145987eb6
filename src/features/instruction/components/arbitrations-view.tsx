import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { StatusBadge } from "@/ui/status-badge";
import type { ArbitrationListLine, Arbitrations } from "../queries/arbitration";
import { SubmitArbitrationForm } from "./submit-arbitration-form";

const COLUMNS: readonly Column<ArbitrationListLine>[] = [
  {
    key: "label",
    header: "Liste",
    rowHeader: true,
    cell: ({ id, label }) => <AppLink href={routes.arbitration(id)}>{label}</AppLink>,
  },
  {
    key: "submitted",
    header: "Soumise le",
    cell: ({ submittedAt }) => <InstantTime instant={submittedAt} format="short" />,
  },
  { key: "lines", header: "Propositions", numeric: true, cell: ({ lines }) => lines },
  {
    key: "state",
    header: "État",
    cell: ({ pending }) =>
      pending === 0 ? (
        <StatusBadge small label="Arbitrée" severity="success" />
      ) : (
        <StatusBadge small label={`${pending} à arbitrer`} severity="info" />
      ),
  },
];

/** The lists submitted to the minister, and the proposals no list holds yet. */
export function ArbitrationsView({ lists, toSubmit }: Arbitrations) {
  return (
    <>
      <p>
        Pour ces thèmes, le comité de pilotage présidé par le ministre décide. Les propositions lui
        sont soumises en liste{"\u00A0"}; chaque ligne est confirmée, changée avec un motif, ou
        renvoyée.
      </p>
      <h2>Listes</h2>
      {lists.length === 0 ? (
        <EmptyState>Aucune liste n’a encore été soumise au ministre.</EmptyState>
      ) : (
        <DataTable
          id="listes"
          caption="Listes soumises au ministre"
          columns={COLUMNS}
          rows={lists}
          rowKey={({ id }) => id}
        />
      )}
      {toSubmit.length > 0 && (
        <>
          <h2>Soumettre une liste</h2>
          <SubmitArbitrationForm proposals={toSubmit} />
        </>
      )}
    </>
  );
}
