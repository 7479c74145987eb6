import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { routes } from "@/routes";
import { OUTCOME_WORDS } from "@/server/pdf/decision-letter";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { DecisionLetter as Letter } from "@/ui/decision-letter";
import { Message } from "@/ui/message";
import type { ReadDecisions, ToldDecision } from "../queries/decisions";

/** The letter of a notified decision and its PDF, the same words; then the other decisions of the dossier. */
export function DecisionLetters({ number, shown, others }: ReadDecisions) {
  return (
    <>
      {shown ? (
        <Shown {...shown} />
      ) : (
        <p>Aucune décision n’est en vigueur sur ce dossier{"\u00A0"}: il est à nouveau examiné.</p>
      )}
      {others.length > 0 && <Others number={number} decisions={others} />}
    </>
  );
}

const PAST = {
  superseded: {
    title: "Information : cette décision a été suivie d’une nouvelle présentation",
    words: "suivie d’une nouvelle présentation",
  },
  annulled: {
    title: "Information : cette décision a été annulée après un recours",
    words: "annulée après un recours",
  },
} as const;

function Shown({ decision, letter }: NonNullable<ReadDecisions["shown"]>) {
  const { service, outcome, ...content } = letter;
  const { number } = letter;
  const isPast = decision.status !== "confirmed";
  return (
    <>
      {decision.status !== "confirmed" && (
        <Message severity="info" title={PAST[decision.status].title}>
          <p>
            Elle reste lisible, telle qu’elle vous a été notifiée.{" "}
            <AppLink href={routes.dossier(number)}>Suivre le dossier</AppLink>
          </p>
        </Message>
      )}
      <p>
        <a
          className="fr-link fr-link--download"
          href={routes.letterFile(number, isPast ? decision.id : undefined)}
          download
        >
          Télécharger la lettre
          <span className="fr-link__detail">PDF</span>
        </a>
      </p>
      {!isPast && (
        <ul className="fr-btns-group fr-btns-group--inline-md">
          {outcome === "to-be-presented-again" && (
            <li>
              <AppLink className="fr-btn" href={routes.newPresentation(number)}>
                Répondre aux attentes
              </AppLink>
            </li>
          )}
          <li>
            <AppLink className="fr-btn fr-btn--tertiary" href={routes.appeal(number)}>
              Contester cette décision
            </AppLink>
          </li>
        </ul>
      )}
      <Letter
        {...content}
        words={OUTCOME_WORDS[outcome]}
        contactEmail={service.contact}
        verificationHref={routes.verification()}
      />
    </>
  );
}

function Others({ number, decisions }: { number: string; decisions: readonly ToldDecision[] }) {
  return (
    <section aria-labelledby="autres-decisions" className="fr-mt-4w">
      <h2 id="autres-decisions" className="fr-h4">
        {decisions.length > 1 ? "Les autres décisions du dossier" : "L’autre décision du dossier"}
      </h2>
      <ul>
        {decisions.map(({ id, outcome, status, presentation, notifiedAt }) => (
          <li key={id}>
            <AppLink href={routes.decision(number, status === "confirmed" ? undefined : id)}>
              Décision du <InstantTime instant={notifiedAt} format="date" />
            </AppLink>
            {"\u00A0: "}
            {STATUS_LABELS[outcome].label.toLowerCase()}, présentation {presentation}
            {status !== "confirmed" && `, ${PAST[status].words}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
