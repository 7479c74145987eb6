import { formatDay, formatInstant } from "@/domain/calendar";
import { FILING_WORDS } from "@/domain/dossier/filing-words";
import { nextDates } from "@/domain/dossier/next-dates";
import { type DossierStatus, isDecided } from "@/domain/dossier/statuses";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DossierHeader } from "@/ui/dossier-header";
import { FiledContent, type FiledContentProps } from "@/ui/filed-content";
import { Message } from "@/ui/message";
import type { FiledDossier } from "../queries/filed-dossier";
import type { OpenDossier } from "../queries/open-dossier";
import { missingSentence, stepState } from "../step-states";
import { isWithdrawable } from "../withdrawable";
import { BackInHand } from "./back-in-hand";
import { DnumLine } from "./dnum-line";
import { DossierEntries } from "./dossier-entries";
import { WrittenAnswers } from "./written-answers";

/** A draft: where it stands, step by step, and the way on. */
export function DraftOverview({ dossier }: { dossier: OpenDossier }) {
  const { state, evaluation, header } = dossier;
  const { number, form } = state;
  const first = evaluation.missing.find(({ effect }) => effect === "blocks");
  return (
    <>
      <DossierHeader {...header} />
      <DossierEntries number={number} />
      {state.expiresOn && (
        <Message severity="warning" title="Attention : personne n’écrit plus dans ce brouillon">
          <p>
            Sans nouvelle saisie, il expirera le {formatDay(state.expiresOn)} au plus tôt. Complétez
            une réponse pour le garder.
          </p>
        </Message>
      )}
      <p className="fr-text--lead">
        {missingSentence(evaluation.missing) ?? "Rien ne manque"} avant le dépôt.{" "}
        <AppLink href={routes.missing(number)}>Voir ce qui manque</AppLink>
      </p>
      <p>
        {evaluation.ready ? (
          <AppLink className="fr-btn" href={routes.summary(number)}>
            {FILING_WORDS.file.review}
          </AppLink>
        ) : (
          <AppLink
            className="fr-btn"
            href={
              first?.kind === "other-party"
                ? routes.dnum(number)
                : routes.step(number, first?.step ?? form.steps[0]?.key ?? "")
            }
          >
            Continuer le dossier
          </AppLink>
        )}
      </p>
      <DnumLine dossier={dossier} />
      <h2 className="fr-h4">Les étapes</h2>
      <ol>
        {form.steps.map((step) => (
          <li key={step.key}>
            <AppLink href={routes.step(number, step.key)}>{step.title}</AppLink>
            {"\u00A0"}: {stepState(step, evaluation.missing).toLowerCase()}
          </li>
        ))}
      </ol>
      {dossier.may("lead") && (
        <p>
          <AppLink href={routes.withdrawal(number)}>Abandonner le brouillon</AppLink>
        </p>
      )}
    </>
  );
}

/** A draft given up or expired: never filed, still read by its team, still there to be taken up again. */
export function ClosedDraftOverview({ dossier }: { dossier: OpenDossier }) {
  const { state, evaluation, header } = dossier;
  const { number } = state;
  return (
    <>
      <DossierHeader {...header} />
      <DossierEntries number={number} />
      <Message severity="info" title="Information : ce brouillon n’a pas été déposé">
        <p>
          Il a été abandonné, ou il a expiré après deux avis. Il ne peut plus être modifié. Ses
          réponses sont conservées.
        </p>
      </Message>
      <p>
        <AppLink className="fr-btn" href={routes.duplication(number)}>
          Reprendre ses réponses dans un nouveau dossier
        </AppLink>
      </p>
      <details className="guichet-details">
        <summary>Réponses conservées</summary>
        <WrittenAnswers state={state} evaluation={evaluation} editable={false} />
      </details>
    </>
  );
}

/** Statuses whose next steps are still ahead. */
const UNDER_WAY: readonly DossierStatus[] = [
  "filed",
  "admissible",
  "under-review",
  "complement-requested",
];

/** A filed dossier as its team follows it: what is asked of it first, the decision, the steps ahead, what was filed. */
export function FiledOverview(props: {
  dossier: OpenDossier;
  filed: FiledDossier;
  /** The content of the last filing: what its team writes since is not in it. */
  content: FiledContentProps;
  /** Messages of the instruction not read yet. */
  unread: number;
}) {
  const { dossier, filed, content, unread } = props;
  const { state, header, status } = dossier;
  const { number, theme, editing } = state;
  return (
    <>
      <DossierHeader {...header} />
      <DossierEntries number={number} unread={unread} />
      {editing.act !== null && <BackInHand dossier={dossier} />}
      {filed.decided && (
        <Message severity="info" title="Information : la décision est rendue">
          <p>
            {/* One primary button: what the carrier has to do, where it has something to do. */}
            <AppLink
              className={
                editing.act === null && isDecided(status) ? "fr-btn" : "fr-btn fr-btn--secondary"
              }
              href={routes.decision(number)}
            >
              Lire la décision
            </AppLink>
          </p>
        </Message>
      )}
      {["in-execution", "closed"].includes(status) && (
        <p>
          <AppLink className="fr-btn" href={routes.project(number)}>
            Ouvrir le projet
          </AppLink>{" "}
          <AppLink className="fr-btn fr-btn--secondary" href={routes.followUp(number)}>
            Rendre compte
          </AppLink>
        </p>
      )}
      {!filed.decided && isDecided(status) && filed.setAsideMotive && (
        <Message severity="info" title="Information : le dossier est écarté">
          <p>{filed.setAsideMotive}</p>
        </Message>
      )}
      {filed.hearing && (
        <Message
          severity={filed.hearing.awaits ? "warning" : "info"}
          title={
            filed.hearing.awaits
              ? "Attention : le jury attend votre réponse"
              : "Information : votre audition est préparée"
          }
        >
          <p>
            {filed.hearing.slotAt && <>Audition le {formatInstant(filed.hearing.slotAt)}. </>}
            <AppLink href={routes.ownHearing(number)}>
              {filed.hearing.awaits ? "Répondre au jury" : "Voir l’audition"}
            </AppLink>
          </p>
        </Message>
      )}
      {UNDER_WAY.includes(status) && (
        <section aria-labelledby="etapes-a-venir">
          <h2 id="etapes-a-venir" className="fr-h4">
            Les étapes
          </h2>
          <ol>
            {filed.filings.toReversed().map(({ version, act, filedAt }) => (
              <li key={version}>
                {act === "file" ? "Dépôt" : FILING_WORDS[act].called}, reçu le{" "}
                {formatInstant(filedAt)}
              </li>
            ))}
            {nextDates(theme, filed.round).map(({ label, day }) => (
              <li key={label}>
                {label}
                {day && <> (prévu le {day.split("-").reverse().join("/")})</>}
              </li>
            ))}
          </ol>
        </section>
      )}
      <DnumLine dossier={dossier} />
      <ul className="fr-btns-group fr-btns-group--inline">
        <li>
          <AppLink className="fr-btn fr-btn--secondary" href={routes.receipt(number)}>
            Voir le récépissé
          </AppLink>
        </li>
        {!filed.decided && filed.formerDecisions > 0 && (
          <li>
            <AppLink className="fr-btn fr-btn--tertiary" href={routes.decision(number)}>
              {filed.formerDecisions > 1
                ? "Lire les décisions précédentes"
                : "Lire la décision précédente"}
            </AppLink>
          </li>
        )}
        {isDecided(status) && status !== "redirected" && (
          <li>
            <AppLink className="fr-btn fr-btn--tertiary" href={routes.appeal(number)}>
              Contester la décision
            </AppLink>
          </li>
        )}
        {isWithdrawable(status) && dossier.may("lead") && (
          <li>
            <AppLink className="fr-btn fr-btn--tertiary" href={routes.withdrawal(number)}>
              Retirer le dossier
            </AppLink>
          </li>
        )}
      </ul>
      <section aria-labelledby="version-deposee">
        <h2 id="version-deposee" className="fr-h4">
          Version déposée
        </h2>
        <details className="guichet-details">
          <summary>Lire ce qui a été déposé le {formatInstant(filed.filedAt)}</summary>
          <FiledContent {...content} />
        </details>
      </section>
    </>
  );
}
