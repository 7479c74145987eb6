import type { Metadata } from "next";
import { routes } from "@/routes";
import { ICONS, service } from "@/server/service";
import { AppLink } from "@/ui/app-link";
import { StatePage } from "@/ui/state-page";

export const metadata: Metadata = {
  title: "Page non trouvée",
  // The head alone is sent to who runs no script: its style says what the empty page does not.
  icons: { ...ICONS, other: [{ rel: "stylesheet", url: "/sans-script.css" }] },
};

/** Out of sight and inexistent look the same. In a room its layout frames it; the root frames it for itself. */
export default function NotFoundState() {
  return (
    <StatePage
      title="Page non trouvée"
      code="Erreur 404"
      lead="La page que vous cherchez est introuvable. Excusez-nous pour la gêne occasionnée."
      actions={
        <>
          <AppLink className="fr-btn" href={routes.home()}>
            Page d’accueil
          </AppLink>
          <a className="fr-btn fr-btn--secondary" href={`mailto:${service().contactEmail}`}>
            Contactez-nous
          </a>
        </>
      }
    >
      <p>
        Si vous avez saisi l’adresse, vérifiez qu’elle est complète. Si vous avez suivi un lien, la
        page a pu être déplacée ou ne pas vous être ouverte{"\u00A0"}: connectez-vous, ou demandez
        son accès à la personne qui vous l’a envoyée.
      </p>
    </StatePage>
  );
}
