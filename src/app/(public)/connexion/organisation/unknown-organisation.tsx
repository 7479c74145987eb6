import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DefinitionList } from "@/ui/definition-list";
import { SubmitButton } from "@/ui/submit-button";

interface Props {
  claim: { siret: string | null; name: string | null };
  contact: string;
}

/** What the provider said, what happens next, and what can be done meanwhile. */
export function UnknownOrganisation({ claim, contact }: Props) {
  return (
    <>
      <h2>Ce qu’AgentConnect nous a transmis</h2>
      <DefinitionList
        items={[
          { term: "Organisation", details: claim.name ?? "Non renseigné" },
          { term: "SIRET", details: claim.siret ?? "Non renseigné" },
        ]}
      />
      <h2>Ce qui se passe ensuite</h2>
      {claim.siret ? (
        <ol>
          <li>Votre demande est enregistrée. Vous n’avez rien à envoyer.</li>
          <li>Un administrateur du portail rattache votre organisation.</li>
          <li>Un courriel vous prévient. Vous pouvez alors commencer un dossier.</li>
        </ol>
      ) : (
        <p>
          Sans SIRET, le portail ne peut pas préparer le rattachement. Écrivez à{" "}
          <a href={`mailto:${contact}`}>{contact}</a> en précisant votre service.
        </p>
      )}
      <p>
        <a className="fr-btn" href={routes.landing()}>
          Vérifier à nouveau
        </a>
      </p>
      <h2>En attendant</h2>
      <p>
        Vous pouvez lire les <AppLink href={routes.themes()}>17 thèmes</AppLink> et simuler une
        subvention. Une erreur dans ces informations{"\u202F"}? Écrivez à{" "}
        <a href={`mailto:${contact}`}>{contact}</a>.
      </p>
      <form action={routes.signOut()} method="post">
        <SubmitButton waiting="Déconnexion en cours" priority="secondary">
          Se déconnecter
        </SubmitButton>
      </form>
    </>
  );
}
