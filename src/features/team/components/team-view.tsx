import { formatDate } from "@/domain/calendar";
import { accessLabel, accessSentence } from "@/domain/dossier/team";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { Message } from "@/ui/message";
import { ReadingNote } from "@/ui/reading-note";
import type { Team, TeamMember } from "../queries/team";
import { OneActForm } from "./one-act-form";
import { InviteForm } from "./team-forms";

/** Who works on the dossier, who is awaited, which organisations carry it; for its lead, the ways to change that. */
export function TeamView({ team }: { team: Team }) {
  const leads = team.own === "lead";
  const leader = team.members.find(({ access }) => access === "lead");
  return (
    <>
      <p className="fr-text--lead">
        Votre accès{"\u00A0"}: {accessSentence(team.own)}
      </p>
      {leader?.isClosed && (
        <Message severity="warning" title="Attention : le compte du responsable est fermé">
          <p>
            Un administrateur du portail peut nommer un autre responsable de «{"\u00A0"}
            {team.carrier}
            {"\u00A0"}». L’adresse du service est en bas de page.
          </p>
        </Message>
      )}
      <DataTable
        id="equipe"
        caption="Membres de l’équipe, le responsable d’abord"
        columns={columns(team)}
        rows={team.members}
        rowKey={({ agentId }) => agentId}
      />
      <Invitations team={team} />
      {leads && (
        <section aria-labelledby="titre-inviter" className="fr-mt-6w">
          <h2 id="titre-inviter" className="fr-h4">
            Inviter une personne
          </h2>
          <Grouping team={team} />
          <InviteForm number={team.number} carrier={team.carrier} />
        </section>
      )}
      <CoCarriers team={team} />
    </>
  );
}

function columns({ number, own }: Team): readonly Column<TeamMember>[] {
  return [
    {
      key: "name",
      header: "Personne",
      rowHeader: true,
      cell: ({ name, isSelf, isClosed }) => (
        <>
          {name}
          {isSelf && " (vous)"}
          {isClosed && " (compte fermé)"}
        </>
      ),
    },
    { key: "organisation", header: "Organisation", cell: ({ organisation }) => organisation },
    { key: "access", header: "Accès", cell: ({ access }) => accessLabel(access) },
    {
      key: "added",
      header: "Depuis",
      cell: ({ addedAt }) => <InstantTime instant={addedAt} format="short" />,
    },
    {
      key: "act",
      header: "Action",
      cell: (member) => {
        const label = actOn(member, own === "lead");
        return label === null ? (
          "Aucune"
        ) : (
          <AppLink href={routes.teamMember(number, member.agentId)}>
            {label}
            <span className="fr-sr-only">{member.isSelf ? "" : ` de ${member.name}`}</span>
          </AppLink>
        );
      },
    },
  ];
}

/** What the reader may do about a member; null for nothing. */
function actOn({ isSelf, access }: TeamMember, leads: boolean): string | null {
  if (isSelf) return access === "lead" ? null : "Quitter l’équipe";
  return leads ? "Modifier l’accès" : null;
}

function Invitations({ team }: { team: Team }) {
  const { invitations, own, number } = team;
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations" className="fr-mt-6w">
      <h2 id="invitations" className="fr-h4">
        Invitations en attente
      </h2>
      <ul className="guichet-team__list">
        {invitations.map((one) => (
          <li key={one.id}>
            <p className="fr-mb-1w">
              <strong>{one.email}</strong>
              {"\u00A0"}: {accessLabel(one.access).toLowerCase()}. Invitation de {one.invitedBy},{" "}
              {one.isExpired
                ? `expirée depuis le ${formatDate(one.expiresAt)}`
                : `valable jusqu’au ${formatDate(one.expiresAt)}`}
              .
            </p>
            {own === "lead" && (
              <div className="guichet-team__acts">
                <OneActForm
                  act="resend-invitation"
                  hidden={{ number, invitationId: one.id }}
                  waiting="Envoi en cours"
                  priority="secondary"
                  small
                  ariaLabel={`Renvoyer l’invitation à ${one.email}`}
                >
                  Renvoyer
                </OneActForm>
                <OneActForm
                  act="revoke-invitation"
                  hidden={{ number, invitationId: one.id }}
                  waiting="Annulation en cours"
                  priority="tertiary"
                  small
                  ariaLabel={`Annuler l’invitation de ${one.email}`}
                >
                  Annuler
                </OneActForm>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Grouping({ team: { grouping } }: { team: Team }) {
  return grouping.isReading ? (
    <ReadingNote source={grouping.source}>{grouping.text}</ReadingNote>
  ) : (
    <p>
      {grouping.text} <span className="guichet-source">({grouping.source})</span>
    </p>
  );
}

function CoCarriers({ team }: { team: Team }) {
  const { coCarriers, carrier, number } = team;
  const changes = team.own === "lead" && team.isWritten;
  return (
    <section aria-labelledby="porteurs" className="fr-mt-6w">
      <h2 id="porteurs" className="fr-h4">
        Organisations qui portent le projet
      </h2>
      <ul className="guichet-team__list">
        <li>{carrier}, porteur</li>
        {coCarriers.map(({ id, name }) => (
          <li key={id}>
            {name}, co-porteur
            {changes && (
              <OneActForm
                act="dissociate-carrier"
                hidden={{ number, organisationId: id }}
                waiting="Retrait en cours"
                priority="tertiary"
                small
                ariaLabel={`Retirer ${name} des co-porteurs`}
              >
                Retirer
              </OneActForm>
            )}
          </li>
        ))}
      </ul>
      {changes && (
        <p>
          <AppLink href={routes.coCarriers(number)}>Associer un co-porteur</AppLink>
        </p>
      )}
    </section>
  );
}
