import { MOVEMENT_WORDS } from "@/domain/credits/movements";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import type { ProposalLine } from "../queries/rows";

/** The movements that wait for a second person. Nothing when none does. */
export function ProposalsList({ proposals }: { proposals: readonly ProposalLine[] }) {
  if (proposals.length === 0) return null;
  return (
    <>
      <h2>Mouvements à confirmer</h2>
      <DataTable
        id="propositions"
        caption="Proposés par une personne, à confirmer par une autre. Montants TTC."
        rows={proposals}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "kind",
            header: "Mouvement",
            rowHeader: true,
            cell: ({ id, kind, number }) => (
              <AppLink href={routes.creditProposal(id)}>
                {MOVEMENT_WORDS[kind].label}
                {number && `, dossier ${number}`}
              </AppLink>
            ),
          },
          { key: "unit", header: "Unité", cell: ({ unit }) => unit },
          {
            key: "ae",
            header: "AE",
            numeric: true,
            cell: ({ ae }) => <Amount cents={ae} />,
          },
          { key: "cp", header: "CP", numeric: true, cell: ({ cp }) => <Amount cents={cp} /> },
          {
            key: "at",
            header: "Proposé le",
            cell: ({ proposedAt }) => <InstantTime instant={proposedAt} format="date" />,
          },
          {
            key: "who",
            header: "Qui répond",
            cell: ({ own }) => (own ? "Une autre personne que vous" : "Une seconde personne"),
          },
        ]}
      />
    </>
  );
}
