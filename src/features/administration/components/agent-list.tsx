import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { StatusBadge } from "@/ui/status-badge";
import type { AgentSummary } from "../queries/agents";

interface Props {
  agents: readonly AgentSummary[];
  total: number;
  search: string;
}

/** The agents with their roles in force, and a search that keeps its words in the address. */
export function AgentList({ agents, total, search }: Props) {
  return (
    <>
      <form action={routes.administrationRoles()} className="fr-mb-4w">
        <search className="fr-search-bar">
          <label className="fr-label" htmlFor="recherche">
            Nom, adresse ou organisation
          </label>
          <input
            className="fr-input"
            type="search"
            id="recherche"
            name="recherche"
            placeholder="Nom, adresse ou organisation"
            defaultValue={search}
          />
          <button type="submit" className="fr-btn" title="Rechercher un agent">
            Rechercher un agent
          </button>
        </search>
      </form>
      {agents.length === 0 ? (
        <EmptyState action={{ label: "Voir tous les agents", href: routes.administrationRoles() }}>
          Aucun agent ne correspond à cette recherche. Un agent apparaît ici après sa première
          connexion.
        </EmptyState>
      ) : (
        <>
          <p>{countSentence(agents.length, total)}</p>
          <DataTable
            id="agents"
            caption="Agents et rôles en vigueur"
            rows={agents}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: "Agent",
                rowHeader: true,
                cell: ({ id, name }) => (
                  <AppLink href={routes.administrationAgent(id)}>{name}</AppLink>
                ),
              },
              {
                key: "organisation",
                header: "Organisation",
                cell: ({ organisation }) => organisation ?? "À rattacher",
              },
              { key: "roles", header: "Rôles", cell: (agent) => <Roles agent={agent} /> },
            ]}
          />
        </>
      )}
    </>
  );
}

function Roles({ agent }: { agent: AgentSummary }) {
  if (agent.closed) return <StatusBadge label="Compte fermé" small />;
  if (agent.roles.length === 0) return "Sans rôle";
  if (agent.roles.length === 1) return agent.roles[0];
  return (
    <ul>
      {agent.roles.map((role) => (
        <li key={role}>{role}</li>
      ))}
    </ul>
  );
}

function countSentence(shown: number, total: number): string {
  const agents = total > 1 ? `${total} agents` : "1 agent";
  return shown < total
    ? `${agents}, dont les ${shown} premiers ci-dessous. Précisez la recherche.`
    : agents;
}
