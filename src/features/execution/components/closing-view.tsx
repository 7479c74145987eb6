import { formatAmount } from "@/domain/money";
import { Amount } from "@/ui/amount";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { Message } from "@/ui/message";
import type { ClosingFacts } from "../queries/closing";
import { ArchiveLink } from "./archive-link";
import { AskClosingForm, CloseForm } from "./closing-forms";

/** What the carrier wrote to close its project; nothing before. */
export function Handed({ closing }: { closing: ClosingFacts }) {
  const { askedAt, closedAt, evaluation, lessons } = closing;
  if (!askedAt) return null;
  return (
    <>
      <DefinitionList
        items={[
          {
            term: "Clôture demandée le",
            details: <InstantTime instant={askedAt} format="date" />,
          },
          ...(closedAt
            ? [{ term: "Clos le", details: <InstantTime instant={closedAt} format="date" /> }]
            : []),
          { term: "Non utilisé, selon le porteur", details: <Amount cents={closing.unused} /> },
        ]}
      />
      <h2 className="fr-h4">Évaluation finale</h2>
      <p className="guichet-typed">{evaluation}</p>
      <h2 className="fr-h4">Enseignements</h2>
      <p className="guichet-typed">{lessons}</p>
    </>
  );
}

/** The closing for the team: what it hands in, what becomes of it. */
export function TeamClosingView(props: { number: string; closing: ClosingFacts; mayAsk: boolean }) {
  const { number, closing, mayAsk } = props;
  const { askedAt, closedAt } = closing;
  if (closedAt) {
    return (
      <>
        <ArchiveLink number={number} closed />
        <Handed closing={closing} />
      </>
    );
  }
  return (
    <>
      <p>
        À la fin du projet, remettez une évaluation finale et les enseignements. Le porteur du thème
        clôt ensuite le projet, et le suivi ne s’écrit plus.
      </p>
      {askedAt && (
        <Message severity="info" title="Information : la clôture est demandée">
          <p>Le porteur du thème l’examine. Vous pouvez encore corriger vos textes.</p>
        </Message>
      )}
      {mayAsk ? (
        <AskClosingForm
          number={number}
          evaluation={closing.evaluation}
          lessons={closing.lessons}
          unused={askedAt ? formatAmount(closing.unused) : ""}
        />
      ) : (
        <p>La clôture est demandée par le responsable du dossier, ou une personne qui dépose.</p>
      )}
    </>
  );
}

/** The closing for those who follow the project. */
export function ExaminedClosingView(props: {
  number: string;
  closing: ClosingFacts;
  mayClose: boolean;
}) {
  const { number, closing, mayClose } = props;
  const { obstacle, closedAt } = closing;
  return (
    <>
      <Handed closing={closing} />
      {!closedAt && (
        <section aria-labelledby="clore">
          <h2 className="fr-h4" id="clore">
            Clore le projet
          </h2>
          {obstacle ? (
            <p>{obstacle}</p>
          ) : mayClose ? (
            <>
              <p>
                L’enveloppe porte encore <Amount cents={closing.held} /> pour ce projet. La clôture
                est définitive.
              </p>
              <CloseForm number={number} unused={formatAmount(closing.unused)} />
            </>
          ) : (
            <p>Le porteur du thème clôt le projet.</p>
          )}
        </section>
      )}
    </>
  );
}
