import type { Metadata } from "next";
import { routes } from "@/routes";
import { service } from "@/server/service";
import { AppLink } from "@/ui/app-link";
import { DefinitionList } from "@/ui/definition-list";
import { TextPage } from "@/ui/text-page";

export const metadata: Metadata = { title: "Mentions légales" };

export default function LegalNoticePage() {
  const given = service();
  return (
    <TextPage title="Mentions légales">
      <h2>Éditeur</h2>
      <p>Ce service est édité par l’organisme suivant.</p>
      <DefinitionList
        items={[
          { term: "Éditeur", details: given.publisher },
          { term: "Adresse", details: given.publisherAddress },
          { term: "Directeur ou directrice de la publication", details: given.publicationDirector },
          {
            term: "Contact",
            details: <a href={`mailto:${given.contactEmail}`}>{given.contactEmail}</a>,
          },
        ]}
      />
      <h2>Hébergement</h2>
      <DefinitionList
        items={[
          { term: "Hébergeur", details: given.host },
          { term: "Adresse", details: given.hostAddress },
          { term: "Téléphone", details: given.hostPhone },
        ]}
      />
      <h2>Réutilisation des contenus et du code</h2>
      <p>
        Les contenus sont proposés sous licence etalab-2.0, sauf mention contraire. Le code source
        est publié sous licence EUPL-1.2.
      </p>
      <h2>Accessibilité</h2>
      <p>
        L’état du service est décrit dans la{" "}
        <AppLink href={routes.accessibility()}>déclaration d’accessibilité</AppLink>.
      </p>
      <h2>Signaler une faille de sécurité</h2>
      <p>
        Écrivez à <a href={`mailto:${given.contactEmail}`}>{given.contactEmail}</a> sans rendre la
        faille publique, en décrivant comment la reproduire.
      </p>
    </TextPage>
  );
}
