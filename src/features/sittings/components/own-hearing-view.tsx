import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import type { OwnHearing } from "../queries/own-hearing";
import { QuestionForm, SlotForm } from "./own-hearing-forms";
import { Questions } from "./session-item-view";

/** The hearing for its carrier: the slot to confirm, the questions to answer before it. */
export function OwnHearingView(props: { number: string; hearing: OwnHearing; mayWrite: boolean }) {
  const { number, hearing, mayWrite } = props;
  const { heardAt, questions, open } = hearing;
  return (
    <>
      {heardAt ? (
        <Message severity="success" title="Succès : vous avez été entendus">
          <p>
            Le jury vous a entendus le <InstantTime instant={heardAt} format="date" />.
          </p>
        </Message>
      ) : (
        <Slot {...props} />
      )}
      <section aria-labelledby="questions-du-jury">
        <h2 className="fr-h5" id="questions-du-jury">
          Questions du jury
        </h2>
        {questions.length === 0 && (
          <EmptyState>Le jury n’a pas posé de question par écrit.</EmptyState>
        )}
        {questions.length > 0 && open && mayWrite && (
          <>
            <p>
              Répondez avant votre passage{"\u00A0"}: le jury lit vos réponses avant de vous
              entendre. Vous pouvez les modifier jusque-là.
            </p>
            <ol className="guichet-questions">
              {questions.map(({ id, body, askedAt, answer, answeredAt }, index) => (
                <li key={id}>
                  <p className="guichet-typed fr-mb-1v">
                    <strong>{body}</strong>
                  </p>
                  <p className="fr-hint-text">
                    Posée le <InstantTime instant={askedAt} />.
                    {answeredAt && (
                      <>
                        {" "}
                        Réponse envoyée le <InstantTime instant={answeredAt} />.
                      </>
                    )}
                  </p>
                  <QuestionForm number={number} question={id} rank={index + 1} answer={answer} />
                </li>
              ))}
            </ol>
          </>
        )}
        {questions.length > 0 && !(open && mayWrite) && <Questions questions={questions} />}
      </section>
    </>
  );
}

const ANSWERS = {
  none: "Réponse attendue",
  confirmed: "Créneau confirmé",
  refused: "Créneau refusé",
} as const;

function Slot({
  number,
  hearing,
  mayWrite,
}: {
  number: string;
  hearing: OwnHearing;
  mayWrite: boolean;
}) {
  const { slot, open } = hearing;
  if (!slot) return <EmptyState>Le jury ne vous a pas encore proposé de créneau.</EmptyState>;
  return (
    <section aria-labelledby="creneau" className="fr-mb-6w">
      <h2 className="fr-h5" id="creneau">
        Le créneau proposé
      </h2>
      <DefinitionList
        items={[
          { term: "Début", details: <InstantTime instant={slot.at} /> },
          { term: "Durée prévue", details: `${slot.minutes} minutes` },
          { term: "Lieu", details: slot.place },
          {
            term: "Votre réponse",
            details: slot.reason
              ? `${ANSWERS[slot.answer]}\u00A0: ${slot.reason}`
              : ANSWERS[slot.answer],
          },
        ]}
      />
      {open && mayWrite && (
        <SlotForm
          key={slot.at.toISOString()}
          number={number}
          slot={slot.at.toISOString()}
          answer={slot.answer}
          reason={slot.reason}
        />
      )}
      {open && !mayWrite && (
        <p>Une personne de l’équipe qui peut écrire dans le dossier répond au jury.</p>
      )}
    </section>
  );
}
