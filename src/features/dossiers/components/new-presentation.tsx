import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { EmptyState } from "@/ui/empty-state";
import type { OpenDossier } from "../queries/open-dossier";
import { AskedPoints } from "./asked-points";

/** What the new presentation must answer, one reply each; then the way to the filing. */
export function NewPresentation({ dossier, agentId }: { dossier: OpenDossier; agentId: string }) {
  const { asked, number, editing } = dossier.state;
  if (editing.act !== "presentAnew") {
    return (
      <EmptyState action={{ label: "Suivre le dossier", href: routes.dossier(number) }}>
        Aucune nouvelle présentation n’est demandée sur ce dossier.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="fr-text--lead">
        Répondez à chaque attente, changez le dossier là où il le faut, puis déposez-le à nouveau.
      </p>
      <ul>
        <li>Le numéro et toutes vos réponses sont gardés{"\u00A0"}: vous ne recommencez pas.</li>
        <li>
          Le prochain comité lit chaque attente, votre réponse, et ce qui a changé dans le dossier.
        </li>
        <li>Rien n’est envoyé avant votre dépôt.</li>
      </ul>
      <p>
        <AppLink href={routes.decision(number)}>Relire la décision</AppLink>
        {" · "}
        <AppLink href={routes.missing(number)}>Voir ce qui manque</AppLink>
      </p>
      {asked ? (
        <section aria-labelledby="attentes">
          <h2 id="attentes" className="fr-h4">
            {asked.items.length === 1 ? "1 attente" : `${asked.items.length} attentes`}
          </h2>
          <AskedPoints dossier={dossier} asked={asked} agentId={agentId} />
        </section>
      ) : (
        <p>
          <AppLink className="fr-btn" href={routes.summary(number)}>
            Relire et déposer à nouveau
          </AppLink>
        </p>
      )}
    </>
  );
}
