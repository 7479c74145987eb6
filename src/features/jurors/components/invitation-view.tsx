import { InstantTime } from "@/ui/date-time";
import type { MyInvitation } from "../queries/my-interests";
import { AcceptSeatForm, DeclineSeatForm } from "./jury-forms";

/** An invitation in a jury: what it asks, then the two answers. */
export function InvitationView({ invitation }: { invitation: MyInvitation }) {
  const { id, themeCode, themeTitle, invitedBy, invitedAt } = invitation;
  return (
    <>
      <p className="fr-text--lead">
        {invitedBy} vous invite dans le jury du thème {themeCode}, {themeTitle}, depuis le{" "}
        <InstantTime instant={invitedAt} format="date" />.
      </p>
      <p>
        Un membre du jury note seul les dossiers qui lui sont confiés, puis délibère en séance. Il
        déclare d’abord ses intérêts{"\u00A0"}: la page suivante vous le demande.
      </p>
      <h2 className="fr-h4">Accepter</h2>
      <AcceptSeatForm membership={id} theme={themeCode} />
      <h2 className="fr-h4 fr-mt-4w">Décliner</h2>
      <DeclineSeatForm membership={id} theme={themeCode} />
    </>
  );
}
