import type { Asked } from "@/domain/dossier/asked";
import { complementSentence, complementState } from "@/domain/dossier/complements";
import { stepOpening } from "@/domain/dossier/editing";
import { FILING_WORDS } from "@/domain/dossier/filing-words";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { Message } from "@/ui/message";
import type { OpenDossier } from "../queries/open-dossier";
import { missingSentence, stepState } from "../step-states";

/** What is asked of the carrier of a dossier that came back, until when, and the way there. */
export function BackInHand({ dossier }: { dossier: OpenDossier }) {
  const { asked } = dossier.state;
  return (
    <section aria-labelledby="a-vous" className="fr-mb-4w">
      <h2 id="a-vous" className="fr-h4">
        C’est à vous
      </h2>
      {asked?.kind === "complement" && <ComplementAsked dossier={dossier} asked={asked} />}
      {asked?.kind === "presentation" && <PresentationAsked dossier={dossier} asked={asked} />}
      {dossier.state.editing.act === "confirmRedirection" && <Redirected dossier={dossier} />}
      <StillMissing dossier={dossier} />
    </section>
  );
}

function ComplementAsked(props: {
  dossier: OpenDossier;
  asked: Extract<Asked, { kind: "complement" }>;
}) {
  const { dossier, asked } = props;
  const { now, state } = dossier;
  const clock = { status: "open", dueAt: asked.dueAt, endedAt: null } as const;
  const points = asked.items.length;
  return (
    <Message
      severity={complementState(clock, now).isLate ? "warning" : "info"}
      title={`${complementState(clock, now).isLate ? "Attention" : "Information"} : ${
        points === 1 ? "1 précision est attendue" : `${points} précisions sont attendues`
      }`}
      as="h3"
    >
      <p>{complementSentence(clock, now, "carrier")}</p>
      <p>
        <AppLink className="fr-btn" href={routes.complements(state.number)}>
          Répondre à la demande
        </AppLink>
      </p>
    </Message>
  );
}

function PresentationAsked({ dossier, asked }: { dossier: OpenDossier; asked: Asked }) {
  const { number } = dossier.state;
  const count = asked.items.length;
  return (
    <Message
      severity="info"
      title={`Information : le dossier est à représenter, avec ${count === 1 ? "1 attente" : `${count} attentes`}`}
      as="h3"
    >
      <p>
        Répondez à chaque attente et mettez le dossier à jour. Puis déposez la nouvelle présentation
        {"\u00A0"}: le numéro et vos réponses sont gardés.
      </p>
      <p>
        <AppLink className="fr-btn" href={routes.newPresentation(number)}>
          Répondre aux attentes
        </AppLink>
      </p>
    </Message>
  );
}

/** The dossier goes on in another theme: why and what changes have their own page. */
function Redirected({ dossier }: { dossier: OpenDossier }) {
  const { number, theme } = dossier.state;
  return (
    <Message
      severity="info"
      title={`Information : votre dossier continue dans le thème ${theme.code}`}
      as="h3"
    >
      <p>
        Il garde son numéro et son histoire. Vos réponses communes aux deux thèmes sont gardées
        {"\u00A0"}: complétez les autres, puis confirmez le dossier.
      </p>
      <p>
        <AppLink className="fr-btn" href={routes.ownRedirection(number)}>
          Voir ce qui change
        </AppLink>
      </p>
    </Message>
  );
}

/** What stands before the sending, and the steps that are open. */
function StillMissing({ dossier }: { dossier: OpenDossier }) {
  const { state, evaluation } = dossier;
  const { number, form, editing } = state;
  if (editing.act === null) return null;
  const { review } = FILING_WORDS[editing.act];
  return (
    <>
      <p>
        {missingSentence(evaluation.missing) ?? "Rien ne manque"} avant l’envoi.{" "}
        {evaluation.ready ? (
          <AppLink href={routes.summary(number)}>{review}</AppLink>
        ) : (
          <AppLink href={routes.missing(number)}>Voir ce qui manque</AppLink>
        )}
      </p>
      <h3 className="fr-h6">Les étapes que vous pouvez changer</h3>
      <ol>
        {form.steps
          .filter((step) => stepOpening(editing, step) !== "closed")
          .map((step) => (
            <li key={step.key}>
              <AppLink href={routes.step(number, step.key)}>{step.title}</AppLink>
              {"\u00A0"}: {stepState(step, evaluation.missing).toLowerCase()}
            </li>
          ))}
      </ol>
    </>
  );
}
