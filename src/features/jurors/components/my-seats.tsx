import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DayTime } from "@/ui/date-time";
import { Message } from "@/ui/message";
import type { MySeats } from "../queries/my-interests";

/** What a member of a jury owes before any dossier: an answer to each invitation, a declaration that counts. */
export function MySeatsView({ seats }: { seats: MySeats }) {
  const { invitations, juries, declaration } = seats;
  return (
    <>
      {invitations.map(({ id, themeCode, themeTitle, invitedBy }) => (
        <Message key={id} severity="info" title={`Information : invitation au jury ${themeCode}`}>
          <p>
            {invitedBy} vous invite dans le jury du thème {themeCode}, {themeTitle}.{" "}
            <AppLink href={routes.juryInvitation(id)}>Répondre à l’invitation</AppLink>
          </p>
        </Message>
      ))}
      {juries.length > 0 && !declaration.isValid && (
        <Message
          severity="warning"
          title={
            declaration.declaredOn
              ? "Attention : votre déclaration d’intérêts est à renouveler"
              : "Attention : votre déclaration d’intérêts manque"
          }
        >
          <p>
            Aucun dossier ne peut vous être confié avant.{" "}
            <AppLink href={routes.interests()}>Déclarer mes intérêts</AppLink>
          </p>
        </Message>
      )}
      {juries.length > 0 && declaration.isValid && declaration.validUntil && (
        <p>
          {`Vous êtes membre ${juries.length === 1 ? "du jury" : "des jurys"} ${juries.join(", ")}. `}
          Votre déclaration d’intérêts vaut jusqu’au <DayTime day={declaration.validUntil} />.{" "}
          <AppLink href={routes.interests()}>Mes intérêts</AppLink>
        </p>
      )}
    </>
  );
}
