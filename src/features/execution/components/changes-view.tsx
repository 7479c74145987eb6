import type { Day } from "@/domain/calendar";
import {
  CHANGE_KINDS,
  CHANGE_LABELS,
  type ChangeKind,
  changeObstacle,
  type Difference,
  proposedWords,
} from "@/domain/execution/changes";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { Message } from "@/ui/message";
import { StatusBadge } from "@/ui/status-badge";
import { CHANGE_STATUSES, type ChangeLine, type ExaminedChange } from "../queries/changes";
import type { Project } from "../queries/project";
import { AnswerChangeForm, RequestChangeForm, WithdrawChangeForm } from "./change-forms";

/** A request in full: what, why, what was answered. */
export function ChangeFacts({ change }: { change: ChangeLine }) {
  const { proposed, answer, answeredAt } = change;
  return (
    <>
      <p>
        <StatusBadge {...CHANGE_STATUSES[change.status]} /> Demandé par {change.requestedBy}, le{" "}
        <InstantTime instant={change.requestedAt} format="date" />.
      </p>
      <p className="guichet-typed">{proposedWords(proposed)}</p>
      <p className="guichet-typed">
        Raison donnée{"\u00A0"}: {change.reason}
      </p>
      {answeredAt && answer && (
        <p className="guichet-typed">
          Réponse du <InstantTime instant={answeredAt} format="date" />
          {"\u00A0"}: {answer}
        </p>
      )}
    </>
  );
}

/** The requests of a project for its team: the one open first, then what may be asked. */
export function TeamChangesView(props: {
  number: string;
  project: Project;
  changes: readonly ChangeLine[];
  /** The kind chosen in the address; null before. */
  kind: ChangeKind | null;
  today: Day;
  mayAsk: boolean;
}) {
  const { number, project, changes, kind, today, mayAsk } = props;
  const { execution } = project;
  const open = changes.find(({ status }) => status === "requested");
  const running = execution.dossier.status === "in-execution";
  return (
    <>
      {running && !open && (
        <section aria-labelledby="demander">
          <h2 className="fr-h4" id="demander">
            Demander une modification
          </h2>
          {mayAsk ? (
            <AskedKind {...{ number, execution, kind, today }} />
          ) : (
            <p>La demande est faite par le responsable du dossier, ou une personne qui dépose.</p>
          )}
        </section>
      )}
      {changes.length === 0 && <p>Aucune modification n’a été demandée.</p>}
      {changes.map((change) => (
        <section key={change.number} aria-labelledby={`demande-${change.number}`}>
          <h2 className="fr-h4" id={`demande-${change.number}`}>
            Demande {change.number}
            {"\u00A0"}: {change.label.toLowerCase()}
          </h2>
          <ChangeFacts change={change} />
          {change === open && running && mayAsk && (
            <WithdrawChangeForm number={number} request={change.number} />
          )}
        </section>
      ))}
    </>
  );
}

function AskedKind(props: {
  number: string;
  execution: Project["execution"];
  kind: ChangeKind | null;
  today: Day;
}) {
  const { number, execution, kind, today } = props;
  const suspended = execution.suspendedAt !== null;
  const possible = CHANGE_KINDS.filter((each) => changeObstacle(each, suspended) === null);
  if (kind === null || !possible.includes(kind)) {
    return (
      <>
        <p>Une demande à la fois. Le porteur du thème l’examine et vous répond.</p>
        <ul>
          {possible.map((each) => (
            <li key={each}>
              <AppLink href={routes.changes(number, each)}>{CHANGE_LABELS[each]}</AppLink>
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      <h3 className="fr-h5">{CHANGE_LABELS[kind]}</h3>
      {kind === "abandonment" && (
        <Message severity="warning" title="Attention : l’abandon clôt le projet" as="h4">
          <p>Une fois accepté, il ne se reprend pas. Ce qui n’est pas dépensé est restitué.</p>
        </Message>
      )}
      <RequestChangeForm
        number={number}
        kind={kind}
        today={today}
        endsOn={execution.inForce.endsOn}
        partners={execution.inForce.partners}
      />
      <p className="fr-mt-2w">
        <AppLink href={routes.changes(number)}>Demander autre chose</AppLink>
      </p>
    </>
  );
}

const DIFFERENCE: readonly Column<Difference>[] = [
  { key: "what", header: "Ce qui change", rowHeader: true, cell: ({ what }) => what },
  { key: "before", header: "Avant", cell: ({ before }) => <del>{before}</del> },
  { key: "after", header: "Après", cell: ({ after }) => <ins>{after}</ins> },
];

/** A request for those who answer it. */
export function ExaminedChangeView(props: {
  number: string;
  examined: ExaminedChange;
  mayAnswer: boolean;
}) {
  const { number, examined, mayAnswer } = props;
  const { change, difference, misfit } = examined;
  return (
    <>
      <ChangeFacts change={change} />
      {misfit && (
        <Message severity="warning" title="Attention : la demande ne correspond plus au projet">
          <p>{misfit}</p>
        </Message>
      )}
      {difference.length > 0 && (
        <DataTable
          id="difference"
          caption="Ce que la demande change de la référence"
          columns={DIFFERENCE}
          rows={difference}
          rowKey={({ what }) => what}
        />
      )}
      {change.kind === "amount" && change.status === "requested" && (
        <p>Accepter restitue la différence à l’enveloppe, tout de suite.</p>
      )}
      {change.kind === "abandonment" && change.status === "requested" && (
        <p>Accepter clôt le projet et restitue ce qui n’est pas dépensé.</p>
      )}
      {change.status === "requested" &&
        (mayAnswer ? (
          <AnswerChangeForm number={number} request={change.number} />
        ) : (
          <p>Le porteur du thème répond à cette demande.</p>
        ))}
    </>
  );
}
