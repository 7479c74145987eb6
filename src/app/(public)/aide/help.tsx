import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { PageSummary } from "@/ui/page-summary";

const PARTS = [
  { id: "choisir", title: "Choisir un thème" },
  { id: "se-connecter", title: "Se connecter" },
  { id: "deposer", title: "Déposer un dossier" },
  { id: "ensuite", title: "Après le dépôt" },
  { id: "difficultes", title: "En cas de difficulté" },
];

/** Plain help, in the order of what a carrier does. */
export function Help({ contact }: { contact: string }) {
  return (
    <>
      <PageSummary parts={PARTS} />
      <h2 id="choisir">Choisir un thème</h2>
      <p>
        Vous hésitez{"\u202F"}? <a href={routes.finder()}>Répondez à six questions</a>
        {"\u00A0"}: le portail compare les 17 thèmes pour votre projet.
      </p>
      <p>
        Chaque <AppLink href={routes.themes()}>thème</AppLink> dit qui peut déposer, ce qui est
        financé, à quel taux et jusqu’à quand. Le simulateur de sa page calcule la subvention à
        partir de vos dépenses et explique chaque règle, et «{"\u00A0"}Lire le formulaire{"\u00A0"}»
        montre toutes les questions du dossier. Rien de cela ne demande de connexion.
      </p>
      <h2 id="se-connecter">Se connecter</h2>
      <p>
        La connexion se fait avec votre compte professionnel d’agent public, par AgentConnect. Vous
        n’avez pas de mot de passe à créer. Si votre organisation n’est pas encore connue du
        portail, une page vous le dit et un administrateur la rattache.
      </p>
      <Filing />
      <h2 id="difficultes">En cas de difficulté</h2>
      <p>
        Écrivez à <a href={`mailto:${contact}`}>{contact}</a> en donnant le numéro du dossier et, si
        une page d’erreur en affiche un, le numéro d’incident. N’envoyez pas de document
        confidentiel par courriel.
      </p>
    </>
  );
}

function Filing() {
  return (
    <>
      <h2 id="deposer">Déposer un dossier</h2>
      <ol>
        <li>
          Ouvrez la page du thème et choisissez «{"\u00A0"}Commencer un dossier{"\u00A0"}».
        </li>
        <li>
          Répondez étape par étape, dans l’ordre qui vous convient. Vos réponses sont enregistrées
          au fur et à mesure{"\u202F"}; vous pouvez vous arrêter et revenir.
        </li>
        <li>
          La page «{"\u00A0"}Ce qui manque{"\u00A0"}» liste, à tout moment, ce qui reste à faire
          avant le dépôt.
        </li>
        <li>
          Relisez le récapitulatif, puis déposez avant l’heure limite, à l’heure de Paris. Un
          récépissé vous est donné aussitôt{"\u00A0"}: il fait foi.
        </li>
      </ol>
      <p>
        Si le réseau est coupé pendant le dépôt, recommencez{"\u00A0"}: le dossier ne sera déposé
        qu’une fois.
      </p>
      <h2 id="ensuite">Après le dépôt</h2>
      <ol>
        <li>Le porteur du thème vérifie que le dossier est recevable.</li>
        <li>Selon le thème, un jury ou un comité l’examine, parfois après une audition.</li>
        <li>Une personne propose la décision, une autre la confirme.</li>
        <li>
          Vous recevez un courriel, et la décision et sa lettre apparaissent dans votre dossier.
        </li>
      </ol>
      <p>
        Le <AppLink href={routes.calendar()}>calendrier</AppLink> donne les dates de clôture et de
        jury.
      </p>
    </>
  );
}
