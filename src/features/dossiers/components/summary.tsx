import { complementSentence } from "@/domain/dossier/complements";
import { roundSentence } from "@/domain/dossier/deadlines";
import { FILING_WORDS } from "@/domain/dossier/filing-words";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { ClosingTime } from "@/ui/closing-time";
import { Message } from "@/ui/message";
import { ASKED_TITLES, askedPage } from "../asked-page";
import type { DraftState } from "../draft";
import type { OpenDossier } from "../queries/open-dossier";
import { missingSentence } from "../step-states";
import { ReadPoints } from "./asked-points";
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
  const { number, call, form, asked, editing } = state;
  if (editing.act === null) return null;
  const words = FILING_WORDS[editing.act];
  const toRead = evaluation.missing.filter(({ effect }) => effect === "acknowledge");
  return (
    <>
      {refused && !evaluation.ready && (
        <Message severity="error" title={`Erreur : ${words.refused}`}>
          {refused}
        </Message>
      )}
      <p className="fr-text--lead">
        <UntilWhen dossier={dossier} />{" "}
        {evaluation.ready
          ? "Complet."
          : `${missingSentence(evaluation.missing) ?? "Le dépôt n’est pas possible"}.`}
      </p>
      {call.monthlyRounds && asked?.kind !== "complement" && <p>{roundSentence(now)}</p>}
      <UnsentCopies number={number} agentId={agentId} pages={copiesOf(state)} />
      <DnumLine dossier={dossier} />
      {asked && (
        <section aria-labelledby="points-demandes" className="fr-mb-4w">
          <h2 id="points-demandes" className="fr-h4">
            {asked.kind === "complement"
              ? "Vos réponses aux points demandés"
              : "Vos réponses aux attentes"}
          </h2>
          <ReadPoints items={asked.items} form={form} number={number} />
          <p>
            <AppLink href={askedPage(asked, number)}>
              {asked.kind === "complement"
                ? "Modifier vos réponses aux points"
                : "Modifier vos réponses aux attentes"}
            </AppLink>
          </p>
        </section>
      )}
      <WrittenAnswers state={state} evaluation={evaluation} editable={dossier.may("write")} />
      <section aria-labelledby="deposer">
        <h2 id="deposer">{editing.act === "file" ? "Déposer" : words.button}</h2>
        {toRead.length > 0 && (
          <Message
            severity="warning"
            title={`Attention : points à connaître avant de ${words.before}`}
            as="h3"
          >
            <p>Ils n’empêchent rien{"\u00A0"}; le porteur du thème en tiendra compte.</p>
            <MissingItems number={number} items={toRead} />
          </Message>
        )}
        <FilingPart
          dossier={dossier}
          form={{ act: editing.act, number, agentId, idempotencyKey, content, refused }}
        />
      </section>
    </>
  );
}

/** Until when the dossier may be filed: the closing of its call, or the delay of what is asked. */
function UntilWhen({ dossier }: { dossier: OpenDossier }) {
  const { state, now } = dossier;
  const { asked, call, editing } = state;
  if (asked?.kind === "complement") {
    return complementSentence(
      { status: "open", dueAt: asked.dueAt, endedAt: null },
      now,
      "carrier",
    );
  }
  // Filed in time once: no closing counts any more.
  if (editing.act !== "file") return "Vous pouvez l’envoyer dès qu’il est complet.";
  if (!call.closesAt) return "Dépôt possible à tout moment.";
  return (
    <>
      Dépôt possible jusqu’au <ClosingTime closesAt={call.closesAt} now={now} />.
    </>
  );
}

/** The pages whose typing a device may still hold. */
function copiesOf({ form, asked, number }: DraftState) {
  const pages = form.steps.map(({ key, title }) => ({
    ...{ key, title, href: routes.step(number, key) },
  }));
  if (!asked) return pages;
  const title = ASKED_TITLES[asked.kind];
  return [{ key: asked.kind, title, href: askedPage(asked, number) }, ...pages];
}

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
        Le dossier est complet. Son responsable peut l’envoyer, ou donner cet accès à un autre agent
        du porteur.
      </p>
    );
  }
  return <FilingForm {...form} />;
}
