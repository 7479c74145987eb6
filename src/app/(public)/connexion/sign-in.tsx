import { ProConnectButton } from "@codegouvfr/react-dsfr/ProConnectButton";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { Message } from "@/ui/message";

interface Props {
  /** Starts the sign-in. */
  address: string;
  /** How the person just left: `faite`, or `partielle` when the provider did not answer. */
  signedOut: string | undefined;
}

/** Who may enter, and the button. */
export function SignIn({ address, signedOut }: Props) {
  return (
    <>
      {signedOut === "faite" && (
        <Message severity="success" title={"Succès\u00A0: vous êtes déconnecté."}>
          Votre session est fermée sur le portail et chez AgentConnect.
        </Message>
      )}
      {signedOut === "partielle" && (
        <Message
          severity="warning"
          title={"Attention\u00A0: vous êtes déconnecté du portail seulement."}
        >
          AgentConnect n’a pas répondu. Sur un poste partagé, fermez le navigateur.
        </Message>
      )}
      <h2>Qui peut se connecter</h2>
      <ul className="fr-mb-3w">
        <li>les agents des administrations centrales et des services déconcentrés de l’État</li>
        <li>les agents des opérateurs de l’État et des laboratoires publics</li>
      </ul>
      <p>
        AgentConnect s’appelle désormais ProConnect{"\u00A0"}: le compte de votre administration
        reste le même.
      </p>
      <ProConnectButton url={address} />
      <h2 className="fr-mt-4w">Sans compte</h2>
      <p>
        Vous pouvez lire les <AppLink href={routes.themes()}>17 thèmes</AppLink>, simuler une
        subvention et consulter le <AppLink href={routes.calendar()}>calendrier</AppLink>.
      </p>
    </>
  );
}
