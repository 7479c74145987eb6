import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { StatusBadge } from "@/ui/status-badge";
import type { Question, SessionItemPage } from "../queries/session-item";
import { AskForm, RemoveItemForm } from "./preparation-forms";

/** One dossier of the agenda: when it passes, what the jury asks its carrier, what the carrier answers. */
export function SessionItemView({ page }: { page: SessionItemPage }) {
  const { session, item, questions, mayAsk } = page;
  const { number, carrier, slotAt, status } = item;
  return (
    <>
      <p>
        Dossier {number}. Porteur{"\u00A0"}: {carrier}.{" "}
        <StatusBadge label={status.label} severity={status.severity ?? undefined} />
        {slotAt && (
          <>
            <br />
            Passage prévu le <InstantTime instant={slotAt} />.
          </>
        )}
      </p>
      <p>
        <AppLink href={item.own ? routes.sheet(number) : routes.instructionDossier(number)}>
          {item.own ? "Lire le dossier et remplir ma fiche" : "Lire le dossier"}
        </AppLink>
      </p>
      <section aria-labelledby="questions" className="fr-mb-4w">
        <h2 className="fr-h5" id="questions">
          Questions au porteur
        </h2>
        {questions.length === 0 ? (
          <EmptyState>Aucune question n’est posée par écrit.</EmptyState>
        ) : (
          <Questions questions={questions} />
        )}
        {mayAsk && <AskForm session={session.id} number={number} />}
      </section>
      {session.me.prepares && !session.openedAt && (
        <details className="guichet-details">
          <summary>Retirer ce dossier de l’ordre du jour</summary>
          <RemoveItemForm session={session.id} number={number} />
        </details>
      )}
    </>
  );
}

/** Questions and written answers, in the order they were asked. */
export function Questions({ questions }: { questions: readonly Question[] }) {
  return (
    <ol className="guichet-questions">
      {questions.map(({ id, body, askedAt, answer, answeredAt }) => (
        <li key={id}>
          <p className="guichet-typed fr-mb-1v">
            <strong>{body}</strong>
          </p>
          <p className="fr-hint-text">
            Posée le <InstantTime instant={askedAt} />.
          </p>
          {answeredAt ? (
            <>
              <p className="guichet-typed fr-mb-1v">{answer}</p>
              <p className="fr-hint-text">
                Réponse du porteur, le <InstantTime instant={answeredAt} />.
              </p>
            </>
          ) : (
            <p>Le porteur n’a pas encore répondu.</p>
          )}
        </li>
      ))}
    </ol>
  );
}
