import { accessLabel, accessSentence } from "@/domain/dossier/team";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DefinitionList } from "@/ui/definition-list";
import type { Team, TeamMember } from "../queries/team";
import { OneActForm } from "./one-act-form";
import { AccessForm } from "./team-forms";

/** One member: for the lead, their access, the transfer and the removal; for oneself, the way out. */
export function MemberView({ team, member }: { team: Team; member: TeamMember }) {
  const { number } = team;
  return (
    <>
      <DefinitionList
        items={[
          { term: "Organisation", details: member.organisation },
          { term: "Adresse de messagerie", details: member.email },
          {
            term: "Accès",
            details: `${accessLabel(member.access)}\u00A0: ${accessSentence(member.access)}`,
          },
        ]}
      />
      {member.isSelf ? (
        <Leaving number={number} leads={member.access === "lead"} />
      ) : (
        <LeadActs team={team} member={member} />
      )}
    </>
  );
}

function Leaving({ number, leads }: { number: string; leads: boolean }) {
  if (leads) {
    return (
      <p>
        Vous êtes responsable du dossier. Pour partir, transmettez-le d’abord{"\u00A0"}: ouvrez la
        page d’un autre membre depuis <AppLink href={routes.team(number)}>l’équipe</AppLink>.
      </p>
    );
  }
  return (
    <>
      <h2 className="fr-h4">Quitter l’équipe</h2>
      <p>
        Vous n’ouvrirez plus ce dossier. Ce que vous avez écrit reste, avec votre nom. Seul le
        responsable pourra vous inviter à nouveau.
      </p>
      <OneActForm act="leave-team" hidden={{ number }} waiting="Départ en cours">
        Quitter l’équipe
      </OneActForm>
    </>
  );
}

function LeadActs({ team, member }: { team: Team; member: TeamMember }) {
  const { number, carrier } = team;
  const { agentId, name, access, mayCommit, isClosed } = member;
  return (
    <>
      <h2 className="fr-h4">Changer son accès</h2>
      <AccessForm number={number} agentId={agentId} access={access} mayCommit={mayCommit} />
      <h2 className="fr-h4 fr-mt-4w">Lui transmettre le dossier</h2>
      {mayCommit && !isClosed ? (
        <>
          <p>
            {name} deviendra responsable, et décidera de l’équipe et du dépôt. Vous continuerez à
            écrire.
          </p>
          <OneActForm
            act="transfer-lead"
            hidden={{ number, agentId }}
            waiting="Transmission en cours"
            priority="secondary"
          >
            Transmettre le dossier
          </OneActForm>
        </>
      ) : (
        <p>
          {isClosed
            ? "Son compte est fermé\u00A0: le dossier ne peut pas lui être transmis."
            : `Seul un agent de «\u00A0${carrier}\u00A0», qui porte le dossier, peut en être responsable.`}
        </p>
      )}
      <h2 className="fr-h4 fr-mt-4w">Retirer de l’équipe</h2>
      <p>{name} n’ouvrira plus ce dossier. Ce qui est écrit reste.</p>
      <OneActForm
        act="remove-member"
        hidden={{ number, agentId }}
        waiting="Retrait en cours"
        priority="tertiary"
      >
        Retirer de l’équipe
      </OneActForm>
    </>
  );
}
