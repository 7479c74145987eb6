import type { Metadata } from "next";
import { routes } from "@/routes";
import { service } from "@/server/service";
import { AppLink } from "@/ui/app-link";
import { PUBLIC_ENTRIES } from "@/ui/navigation";
import { PageFrame } from "@/ui/page-frame";
import { StatePage } from "@/ui/state-page";

export const metadata: Metadata = { title: "Page non trouvée" };

/** Out of sight and inexistent look the same. */
export default function NotFound() {
  const given = service();
  return (
    <PageFrame service={given} entries={PUBLIC_ENTRIES}>
      <StatePage
        title="Page non trouvée"
        code="Erreur 404"
        lead="La page que vous cherchez est introuvable. Excusez-nous pour la gêne occasionnée."
        actions={
          <>
            <AppLink className="fr-btn" href={routes.home()}>
              Page d’accueil
            </AppLink>
            <a className="fr-btn fr-btn--secondary" href={`mailto:${given.contactEmail}`}>
              Contactez-nous
            </a>
          </>
        }
      >
        <p>
          Si vous avez saisi l’adresse, vérifiez qu’elle est complète. Si vous avez suivi un lien,
          la page a pu être déplacée ou ne pas vous être ouverte{"\u00A0"}: connectez-vous, ou
          demandez son accès à la personne qui vous l’a envoyée.
        </p>
      </StatePage>
    </PageFrame>
  );
}
