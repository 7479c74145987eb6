import { roundSentence } from "@/domain/dossier/deadlines";
import type { ThemeForm } from "@/domain/themes/types";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { ClosingTime } from "@/ui/closing-time";
import { Message } from "@/ui/message";
import type { OpenDossier } from "../queries/open-dossier";
import { missingSentence } from "../step-states";
import { DnumLine } from "./dnum-line";
import { FilingForm, type FilingFormProps } from "./filing-form";
import { MissingItems } from "./missing-list";
import { UnsentCopies } from "./unsent-copies";
import { WrittenAnswers } from "./written-answers";

export interface SummaryProps
  extends Pick<FilingFormProps, "agentId" | "idempotencyKey" | "content" | "refused"> {
  dossier: OpenDossier;
}

/** What is filed, read once more; then the one button that files it. */
export function Summary({ dossier, agentId, idempotencyKey, content, refused }: SummaryProps) {
  const { state, evaluation, now } = dossier;
  const { number, call } = state;
  const toRead = evaluation.missing.filter(({ effect }) => effect === "acknowledge");
  return (
    <>
      {refused && !evaluation.ready && (
        <Message severity="error" title="Erreur : le dépôt n’a pas été fait">
          {refused}
        </Message>
      )}
      <p className="fr-text--lead">
        {call.closesAt ? (
          <>
            Dépôt possible jusqu’au <ClosingTime closesAt={call.closesAt} now={now} />.
          </>
        ) : (
          "Dépôt possible à tout moment."
        )}{" "}
        {evaluation.ready
          ? "Complet."
          : `${missingSentence(evaluation.missing) ?? "Le dépôt n’est pas possible"}.`}
      </p>
      {call.monthlyRounds && <p>{roundSentence(now)}</p>}
      <UnsentCopies number={number} agentId={agentId} steps={stepsOf(state.form)} />
      <DnumLine dossier={dossier} />
      <WrittenAnswers state={state} evaluation={evaluation} editable={dossier.may("write")} />
      <section aria-labelledby="deposer">
        <h2 id="deposer">Déposer</h2>
        {toRead.length > 0 && (
          <Message
            severity="warning"
            title="Attention : points à connaître avant de déposer"
            as="h3"
          >
            <p>Ils n’empêchent pas le dépôt{"\u00A0"}; le porteur du thème en tiendra compte.</p>
            <MissingItems number={number} items={toRead} />
          </Message>
        )}
        <FilingPart
          dossier={dossier}
          form={{ number, agentId, idempotencyKey, content, refused }}
        />
      </section>
    </>
  );
}

/** What a page needs to name the steps. */
const stepsOf = ({ steps }: ThemeForm) => steps.map(({ key, title }) => ({ key, title }));

function FilingPart({ dossier, form }: { dossier: OpenDossier; form: FilingFormProps }) {
  const { evaluation } = dossier;
  if (!evaluation.ready) {
    const blocking = evaluation.missing.filter(({ kind }) => kind === "calendar");
    return (
      <>
        {blocking.map(({ message }) => (
          <p key={message}>
            {message} Votre brouillon est conservé.{" "}
            <a href={routes.openThemes()}>Voir les thèmes ouverts</a>
          </p>
        ))}
        <p>
          <AppLink className="fr-btn" href={routes.missing(form.number)}>
            Voir ce qui manque
          </AppLink>
        </p>
      </>
    );
  }
  if (!dossier.may("file")) {
    return (
      <p>
        Le dossier est complet. Son responsable peut le déposer, ou donner cet accès à un autre
        agent du porteur.
      </p>
    );
  }
  return <FilingForm {...form} />;
}
