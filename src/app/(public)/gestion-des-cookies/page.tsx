import type { Metadata } from "next";
import { TextPage } from "@/ui/text-page";
import { CookieTable } from "./cookie-table";

export const metadata: Metadata = { title: "Gestion des cookies" };

export default function CookiesPage() {
  return (
    <TextPage
      title="Gestion des cookies"
      lead="Le portail ne dépose que des cookies nécessaires à la connexion. Il n’y a rien à accepter ni à refuser."
    >
      <p>
        Sans connexion, aucun cookie n’est déposé. Le portail n’utilise ni mesure d’audience, ni
        publicité, ni contenu d’un autre site.
      </p>
      <CookieTable />
      <h2>Ce que garde votre navigateur</h2>
      <p>
        Le choix d’un thème clair ou sombre et, si le réseau est coupé, ce que vous venez de saisir
        dans un dossier sont gardés sur votre appareil. Vous pouvez les effacer dans les réglages de
        votre navigateur.
      </p>
    </TextPage>
  );
}
