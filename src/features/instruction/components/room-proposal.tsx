import { leftOf, tightest } from "@/domain/funding/envelopes";
import type { Actor } from "@/domain/rights/actor";
import { targetsOf } from "../expectation-targets";
import { readDecisionFacts } from "../queries/decision";
import { readDossierPage } from "../queries/dossier";
import { ProposeDecisionForm } from "./propose-decision-form";

/** The form of a decision, in the room of the sitting that examines the dossier; why none can be proposed, else. */
export async function RoomProposal(props: { actor: Actor; number: string; session: string }) {
  const { actor, number, session } = props;
  const page = await readDossierPage(actor, number);
  const { envelopes, bound, obstacle } = await readDecisionFacts(page);
  if (obstacle) return <p>{obstacle}</p>;
  return (
    <details className="guichet-details">
      <summary>Proposer la décision</summary>
      <p>
        Une autre personne la relira et la confirmera. Le porteur n’en sait rien avant la
        notification.
      </p>
      <ProposeDecisionForm
        number={number}
        session={session}
        bound={bound}
        left={leftOf(tightest(envelopes))}
        written={page.dossier.theme.selection.outcomes}
        targets={targetsOf(page.dossier)}
      />
    </details>
  );
}
