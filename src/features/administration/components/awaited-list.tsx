import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import type { AwaitedOrganisation } from "../queries/organisations";

/** Organisations people claim and the portal does not know. */
export function AwaitedList({ organisations }: { organisations: readonly AwaitedOrganisation[] }) {
  if (organisations.length === 0) {
    return (
      <EmptyState action={{ label: "Voir les rôles", href: routes.administrationRoles() }}>
        Aucun agent n’attend{"\u00A0"}: toutes les organisations sont connues.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="fr-text--lead">
        Tant que leur organisation n’est pas rattachée, ces agents ne peuvent pas commencer de
        dossier. Ils sont prévenus par courriel dès qu’elle l’est.
      </p>
      <DataTable
        id="organisations-a-rattacher"
        caption="Organisations à rattacher, la plus ancienne demande d’abord"
        rows={organisations}
        rowKey={({ siret }) => siret}
        columns={[
          {
            key: "name",
            header: "Nom donné par AgentConnect",
            rowHeader: true,
            cell: ({ siret, claimedName }) => (
              <AppLink href={routes.administrationOrganisation(siret)}>
                {claimedName ?? `Organisation ${siret}`}
              </AppLink>
            ),
          },
          { key: "siret", header: "SIRET", cell: ({ siret }) => siret },
          { key: "agents", header: "Agents", numeric: true, cell: ({ agents }) => agents },
          {
            key: "since",
            header: "Depuis le",
            cell: ({ since }) => <InstantTime instant={since} format="short" />,
          },
        ]}
      />
    </>
  );
}
