import type { ReactNode } from "react";
import type { Day } from "@/domain/calendar";
import { formatEuros } from "@/domain/money";
import { Message } from "@/ui/message";
import type { PhaseDetails } from "../queries/phase";
import { ReleaseForm, WithholdForm } from "./answer-crossing-forms";
import { CrossingView } from "./crossing-view";
import { PhaseFacts } from "./phase-facts";
import { ProposeCrossingForm } from "./propose-crossing-form";

/** What the crossing of a milestone asks, as the title of its page: fund the next phase, or accept the last milestone. */
export function phaseQuestion({ phase, next }: PhaseDetails): string {
  if (phase.status !== "submitted") return `Phase ${phase.position}\u00A0: ${phase.name}`;
  return next
    ? `Débloquer la phase ${next.position} (${formatEuros(next.grant)})\u202F?`
    : "Accepter le dernier jalon\u202F?";
}

/** A phase for the team: what it is, the milestone to propose, what was answered. */
export function TeamPhaseView(props: {
  number: string;
  details: PhaseDetails;
  today: Day;
  mayPropose: boolean;
  /** The evidence being joined, shown while the milestone may be proposed. */
  files: ReactNode;
}) {
  const { number, details, today, mayPropose, files } = props;
  const { phase, indicators, crossings, suspended } = details;
  return (
    <>
      <PhaseFacts details={details} />
      {phase.status === "submitted" && (
        <Message severity="info" title="Information : le jalon est proposé">
          <p>Le porteur du thème l’examine. Vous recevrez sa réponse.</p>
        </Message>
      )}
      {suspended && (
        <Message severity="warning" title="Attention : le projet est suspendu">
          <p>Le jalon se propose une fois le projet repris.</p>
        </Message>
      )}
      {details.open && (
        <section aria-labelledby="proposer">
          <h2 className="fr-h4" id="proposer">
            Proposer le jalon
          </h2>
          {files}
          {mayPropose ? (
            <ProposeCrossingForm
              number={number}
              position={phase.position}
              indicators={indicators}
              today={today}
            />
          ) : (
            <p>Le jalon est proposé par le responsable du dossier, ou une personne qui dépose.</p>
          )}
        </section>
      )}
      {crossings.map((crossing) => (
        <CrossingView key={crossing.id} crossing={crossing} />
      ))}
    </>
  );
}

/** A phase for those who follow the project: the milestone proposed, and its answer. */
export function ExaminedPhaseView(props: {
  number: string;
  details: PhaseDetails;
  mayAnswer: boolean;
}) {
  const { number, details, mayAnswer } = props;
  const { phase, next, crossings, suspended } = details;
  const [last, ...before] = crossings;
  const waiting = last?.status === "proposed" ? last : null;
  const answered = { number, position: phase.position, crossing: waiting?.id ?? "" };
  return (
    <>
      <PhaseFacts details={details} />
      {last && <CrossingView crossing={last} />}
      {!last && <p>Le porteur n’a pas encore proposé le jalon de cette phase.</p>}
      {waiting && suspended && (
        <p>Le projet est suspendu{"\u00A0"}: la réponse attend sa reprise.</p>
      )}
      {waiting && !suspended && !mayAnswer && (
        <p>Le porteur du thème répond à cette proposition.</p>
      )}
      {waiting && !suspended && mayAnswer && (
        <section aria-labelledby="reponse">
          <h2 className="fr-h4" id="reponse">
            La réponse
          </h2>
          <p>
            Les niveaux mesurés éclairent la décision, ils ne la prennent pas.
            {next && ` Accepter débloque la phase ${next.position}, ${formatEuros(next.grant)}.`}
          </p>
          <ReleaseForm
            {...answered}
            label={
              next ? `Accepter et débloquer la phase ${next.position}` : "Accepter le dernier jalon"
            }
          />
          <h3 className="fr-h5 fr-mt-4w">Ou ne pas l’accepter</h3>
          <WithholdForm {...answered} />
        </section>
      )}
      {before.map((crossing) => (
        <CrossingView key={crossing.id} crossing={crossing} />
      ))}
    </>
  );
}
