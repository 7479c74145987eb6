import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import type { rolesEndingSoon } from "../queries/agents";
import type { AwaitedOrganisation } from "../queries/organisations";

interface Props {
  organisations: readonly AwaitedOrganisation[];
  ending: Awaited<ReturnType<typeof rolesEndingSoon>>;
}

/** What awaits an administrator: organisations to attach, roles that end soon; and the lists to keep. */
export function AdministrationHome({ organisations, ending }: Props) {
  return (
    <>
      <h2>Organisations à rattacher</h2>
      <p>{waitingSentence(organisations)}</p>
      <p>
        <AppLink className="fr-btn" href={routes.administrationOrganisations()}>
          {organisations.length > 0 ? "Rattacher les organisations" : "Voir les organisations"}
        </AppLink>
      </p>
      <h2>Ouvertures</h2>
      <p>
        <AppLink href={routes.administrationCalls()}>
          Créer une ouverture, en repousser la clôture, en changer l’enveloppe
        </AppLink>
      </p>
      <h2>Administrations des fonds</h2>
      <p>
        <AppLink href={routes.administrationFundOwners()}>
          Dire quelles organisations sont la DINUM et la DITP
        </AppLink>
      </p>
      <h2>Accès aux dossiers</h2>
      <p>
        <AppLink href={routes.administrationDossiers()}>
          Nommer un autre responsable d’un dossier
        </AppLink>
        , quand le compte du sien est fermé.
      </p>
      <h2>Rôles qui se terminent dans les 30 jours</h2>
      {ending.length === 0 ? (
        <EmptyState action={{ label: "Voir tous les rôles", href: routes.administrationRoles() }}>
          Aucun rôle ne se termine dans les 30 jours.
        </EmptyState>
      ) : (
        <DataTable
          id="roles-qui-se-terminent"
          caption="Rôles qui se terminent, le plus proche d’abord"
          rows={ending}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "agent",
              header: "Agent",
              rowHeader: true,
              cell: ({ agentId, agentName }) => (
                <AppLink href={routes.administrationAgent(agentId)}>{agentName}</AppLink>
              ),
            },
            { key: "role", header: "Rôle", cell: ({ label }) => label },
            { key: "scope", header: "Périmètre", cell: ({ scope }) => scope },
            {
              key: "end",
              header: "Fin",
              cell: ({ endsAt }) => endsAt && <InstantTime instant={endsAt} format="short" />,
            },
          ]}
        />
      )}
      <h2>Démarches de l’observatoire</h2>
      <p>Les porteurs d’un dossier ITN1 choisissent leur démarche dans cette liste.</p>
      <p>
        <AppLink className="fr-btn fr-btn--secondary" href={routes.administrationProcedures()}>
          Tenir la liste des démarches
        </AppLink>
      </p>
    </>
  );
}

function waitingSentence(organisations: readonly AwaitedOrganisation[]): string {
  if (organisations.length === 0)
    return "Aucun agent n’attend le rattachement de son organisation.";
  const agents = organisations.reduce((count, one) => count + one.agents, 0);
  const people = agents > 1 ? `${agents} agents attendent` : "1 agent attend";
  const places =
    organisations.length > 1 ? `${organisations.length} organisations` : "1 organisation";
  return `${people} de pouvoir commencer un dossier, dans ${places} que le portail ne connaît pas.`;
}
