import { APPEAL_LABELS } from "@/domain/evaluation/appeal";
import type { Permission } from "@/domain/rights/permissions";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import { StatusBadge } from "@/ui/status-badge";
import type { ExaminedAppeal } from "../queries/appeals";
import { DecideForm, ProposeAnswerForm, RegisterForm, ReturnAnswerForm } from "./appeal-forms";

interface Props {
  number: string;
  appeals: readonly ExaminedAppeal[];
  may: (permission: Permission) => boolean;
}

/** The appeals of a dossier, for those who examine its theme. */
export function ExaminedAppeals({ number, appeals, may }: Props) {
  if (appeals.length === 0) {
    return <EmptyState>Le porteur n’a formé aucun recours sur ce dossier.</EmptyState>;
  }
  return appeals.map((appeal) => (
    <Appeal key={appeal.id} number={number} appeal={appeal} may={may} />
  ));
}

function Appeal({ number, appeal, may }: Omit<Props, "appeals"> & { appeal: ExaminedAppeal }) {
  const { label, severity } = APPEAL_LABELS[appeal.status];
  const { proposal } = appeal;
  return (
    <section className="fr-mb-6w" aria-labelledby={`recours-${appeal.id}`}>
      <h2 className="fr-h4" id={`recours-${appeal.id}`}>
        Recours du <InstantTime instant={appeal.filedAt} format="date" />
      </h2>
      <p>
        <StatusBadge label={label} severity={severity ?? undefined} />
      </p>
      <DefinitionList
        items={[
          {
            term: "Formé par",
            details: (
              <>
                {appeal.filedBy}, le <InstantTime instant={appeal.filedAt} />
                {appeal.late && ", après le délai de deux mois"}
              </>
            ),
          },
          ...(appeal.silenceAt
            ? [
                {
                  term: "À répondre avant",
                  details: (
                    <>
                      <InstantTime instant={appeal.silenceAt} />
                      {"\u00A0"}: après, le silence vaut rejet
                    </>
                  ),
                },
              ]
            : []),
          {
            term: "Ce que le porteur écrit",
            details: <span className="guichet-typed">{appeal.grounds}</span>,
          },
          ...(proposal
            ? [
                {
                  term: appeal.decidedBy ? "Réponse donnée" : "Réponse proposée",
                  details: APPEAL_LABELS[proposal].label,
                },
                {
                  term: "Raisons",
                  details: <span className="guichet-typed">{appeal.reasons}</span>,
                },
                { term: "Proposée par", details: appeal.proposedBy },
              ]
            : []),
          ...(appeal.decidedBy && appeal.decidedAt
            ? [
                {
                  term: "Confirmée par",
                  details: (
                    <>
                      {appeal.decidedBy}, le <InstantTime instant={appeal.decidedAt} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <div className="fr-mt-3w">
        <NextAct number={number} appeal={appeal} may={may} />
      </div>
    </section>
  );
}

/** The one thing to do on an appeal, for whoever may. */
function NextAct({ number, appeal, may }: Omit<Props, "appeals"> & { appeal: ExaminedAppeal }) {
  const of = { number, appeal: appeal.id };
  if (appeal.status === "filed") {
    return may("register-appeal") ? <RegisterForm {...of} /> : <Waits who="l’instruction" />;
  }
  if (appeal.status !== "registered" && appeal.status !== "proposed") return null;
  if (appeal.tookPart) {
    return (
      <Message severity="info" small as="p">
        Vous avez pris part à la décision contestée{"\u00A0"}: d’autres personnes examinent ce
        recours.
      </Message>
    );
  }
  if (appeal.status === "registered") {
    return may("examine-appeal") ? <ProposeAnswerForm {...of} /> : <Waits who="l’instruction" />;
  }
  if (appeal.own) {
    return (
      <Message severity="info" small as="p">
        Vous avez proposé cette réponse{"\u00A0"}: une autre personne doit la confirmer.
      </Message>
    );
  }
  if (!may("decide-appeal")) return <Waits who="le porteur du thème ou la présidence du jury" />;
  return (
    <>
      <DecideForm {...of} />
      <ReturnAnswerForm {...of} />
    </>
  );
}

function Waits({ who }: { who: string }) {
  return (
    <Message severity="info" small as="p">
      La suite revient à {who}.
    </Message>
  );
}
