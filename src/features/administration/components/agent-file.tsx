import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { Message } from "@/ui/message";
import { StatusBadge } from "@/ui/status-badge";
import type { AgentFile, GrantView } from "../queries/agents";

const STATES = {
  "to-come": <StatusBadge label="À venir" small />,
  "in-force": <StatusBadge label="En vigueur" severity="success" small />,
  ended: <StatusBadge label="Terminé" small />,
} as const;

/** One agent: who, which roles, what opens the account. `own` is the administrator's own page. */
export function AgentFileView({ file, own }: { file: AgentFile; own: boolean }) {
  return (
    <>
      {file.closed && (
        <Message severity="info" title={"Information\u00A0: ce compte est fermé."}>
          Ses rôles n’ont plus d’effet. Ses dossiers et ses décisions sont conservés.
        </Message>
      )}
      <DefinitionList
        items={[
          { term: "Adresse électronique", details: file.email },
          { term: "Organisation", details: file.organisation ?? "À rattacher" },
        ]}
      />
      <h2>Rôles</h2>
      <Grants file={file} />
      {own && <p>Un autre administrateur peut modifier vos rôles.</p>}
      {!own && !file.closed && (
        <p>
          <AppLink className="fr-btn" href={routes.administrationGrant(file.id)}>
            Donner un rôle
          </AppLink>
        </p>
      )}
      <h2>Compte</h2>
      <ul>
        {file.identities.map(({ id, createdAt }) => (
          <li key={id}>
            Identité AgentConnect enregistrée le <InstantTime instant={createdAt} format="date" />
          </li>
        ))}
        {file.identities.length === 0 && <li>Aucune identité AgentConnect n’ouvre ce compte.</li>}
      </ul>
      {!own && !file.closed && (
        <ul>
          {file.identities.length > 0 && (
            <li>
              <AppLink href={routes.administrationIdentity(file.id)}>
                Rattacher son identité à un autre compte de la même personne
              </AppLink>
            </li>
          )}
          <li>
            <AppLink href={routes.administrationAccount(file.id)}>Fermer le compte</AppLink>
          </li>
        </ul>
      )}
    </>
  );
}

function Grants({ file }: { file: AgentFile }) {
  if (file.grants.length === 0) {
    return <p>Sans rôle{"\u00A0"}: cet agent peut porter des dossiers de son organisation.</p>;
  }
  return (
    <DataTable
      id="roles"
      caption="Rôles, en vigueur d’abord"
      rows={file.grants}
      rowKey={({ id }) => id}
      columns={[
        { key: "role", header: "Rôle", rowHeader: true, cell: ({ label }) => label },
        { key: "scope", header: "Périmètre", cell: ({ scope }) => scope },
        { key: "state", header: "État", cell: ({ state }) => STATES[state] },
        { key: "period", header: "Période", cell: (grant) => <Period grant={grant} /> },
        {
          key: "reason",
          header: "Raison",
          cell: ({ reason, grantedBy }) => (grantedBy ? `${reason} (${grantedBy})` : reason),
        },
        {
          key: "action",
          header: "Action",
          cell: ({ id, label, state }) =>
            state === "ended" ? (
              "Sans objet"
            ) : (
              <AppLink href={routes.administrationRevocation(file.id, id)}>
                Retirer<span className="fr-sr-only"> le rôle {label}</span>
              </AppLink>
            ),
        },
      ]}
    />
  );
}

function Period({ grant: { startsAt, endsAt } }: { grant: GrantView }) {
  return (
    <>
      Du <InstantTime instant={startsAt} format="short" />{" "}
      {endsAt ? (
        <>
          au <InstantTime instant={endsAt} format="short" />
        </>
      ) : (
        "sans fin prévue"
      )}
    </>
  );
}
