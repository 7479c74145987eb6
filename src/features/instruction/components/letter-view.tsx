import { enumerate } from "@/domain/funding/wording";
import { routes } from "@/routes";
import { OUTCOME_WORDS } from "@/server/pdf/decision-letter";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { DecisionLetter } from "@/ui/decision-letter";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import type { DossierPage } from "../queries/dossier";
import type { LetterPage } from "../queries/letter";
import { CancelAppointmentForm, NotifyForm } from "./reason-forms";

/** The letter as the carrier will read it, and the act that sends it. */
export function LetterView({ page, found }: { page: DossierPage; found: LetterPage | null }) {
  const { number } = page.dossier;
  if (!found) {
    return (
      <EmptyState action={{ label: "Voir la décision", href: routes.proposal(number) }}>
        La lettre existe dès que la décision est confirmée.
      </EmptyState>
    );
  }
  const { letter, recipients, decisionId, notifyAt } = found;
  const { service, outcome, ...content } = letter;
  return (
    <>
      {letter.notifiedAt ? (
        <Message severity="success" title="Succès : la décision est notifiée" as="p">
          <p>
            Le porteur la lit sur le portail depuis le <InstantTime instant={letter.notifiedAt} />.
          </p>
        </Message>
      ) : (
        <section aria-labelledby="notifier" className="fr-mb-4w">
          <h2 className="fr-h4" id="notifier">
            Notifier le porteur
          </h2>
          <p>
            {recipients.length > 1 ? "Destinataires" : "Destinataire"}
            {"\u00A0"}: {enumerate(recipients)}. Chaque destinataire reçoit un courriel, sans le
            sens de la décision, et lit la lettre sur le portail. La DNUM du ministère voit alors la
            décision.
          </p>
          {page.may("notify-decision") ? (
            <>
              {notifyAt && (
                <>
                  <p>
                    Notification prévue le <InstantTime instant={notifyAt} />. Le portail la fera de
                    lui-même.
                  </p>
                  <CancelAppointmentForm number={number} decision={decisionId} />
                </>
              )}
              <NotifyForm number={number} decision={decisionId} />
            </>
          ) : (
            <p>La notification revient au porteur du thème, à l’instruction ou au secrétariat.</p>
          )}
        </section>
      )}
      <DecisionLetter
        {...content}
        words={OUTCOME_WORDS[outcome]}
        contactEmail={service.contact}
        verificationHref={routes.verification()}
      />
      <p>
        <AppLink href={routes.proposal(number)}>Revenir à la décision</AppLink>
      </p>
    </>
  );
}
