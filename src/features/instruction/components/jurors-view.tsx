import { type Day, parisDay } from "@/domain/calendar";
import { UNDECIDED } from "@/domain/dossier/statuses";
import { PENDING_REDIRECTION } from "@/domain/dossier/transitions";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DayTime, InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { StatusBadge } from "@/ui/status-badge";
import type { DossierPage } from "../queries/dossier";
import type { AssignedJuror, DossierJurors, HinderedJuror } from "../queries/jurors";
import { AssignJurorsForm } from "./assign-jurors-form";

const STATUS: Record<AssignedJuror["status"], { label: string; severity?: "info" }> = {
  assigned: { label: "Désigné", severity: "info" },
  recused: { label: "Déport" },
  abstained: { label: "Abstention" },
  ended: { label: "Terminé" },
};

const BEFORE_CLOSE = ["admissible", "under-review", "heard"];

/** Who judges the dossier, and who could. Nothing of their sheets: they are unread until the close. */
export function JurorsView(props: DossierJurors & { page: DossierPage; today: Day }) {
  const { page, jurors, candidates, hindered, needsDay, today } = props;
  const { dossier, session } = page;
  const open = BEFORE_CLOSE.includes(dossier.status) && !page.redirection.asked;
  return (
    <>
      {session && (
        <p>
          Séance{"\u00A0"}: <AppLink href={routes.session(session.id)}>{session.label}</AppLink>, le{" "}
          <DayTime day={parisDay(session.heldOn)} />.
        </p>
      )}
      {jurors.length === 0 ? (
        <EmptyState>Aucun juré n’est désigné sur ce dossier.</EmptyState>
      ) : (
        <DataTable
          id="jures"
          caption="Jurés du dossier"
          columns={columns(dossier.number, actsOn(page))}
          rows={jurors}
          rowKey={({ assignmentId }) => assignmentId}
        />
      )}
      {page.redirection.asked && <EmptyState>{PENDING_REDIRECTION}</EmptyState>}
      {open && page.may("assign-jurors") && (
        <section aria-labelledby="designer">
          <h2 className="fr-h4" id="designer">
            Désigner des jurés
          </h2>
          {candidates.length === 0 ? (
            <EmptyState
              action={{
                label: "Voir le jury du thème",
                href: routes.themeJury(dossier.theme.slug),
              }}
            >
              Aucun autre membre du jury de ce thème ne peut recevoir ce dossier. Un juré doit avoir
              accepté l’invitation et déclaré ses intérêts depuis moins d’un an.
            </EmptyState>
          ) : (
            <AssignJurorsForm
              number={dossier.number}
              candidates={candidates}
              needsDay={needsDay && dossier.status === "admissible"}
              today={today}
              first={dossier.status === "admissible"}
            />
          )}
          <Hindered jurors={hindered} />
        </section>
      )}
      {!open && (
        <p>
          La composition du jury ne peut être changée qu’entre la recevabilité et la clôture de la
          notation.
        </p>
      )}
    </>
  );
}

/** People of the jury whom a dossier cannot be entrusted to yet, and why. */
function Hindered({ jurors }: { jurors: readonly HinderedJuror[] }) {
  if (jurors.length === 0) return null;
  return (
    <details className="guichet-details">
      <summary>
        {jurors.length === 1
          ? "1 personne ne peut pas recevoir de dossier"
          : `${jurors.length} personnes ne peuvent pas recevoir de dossier`}
      </summary>
      <ul>
        {jurors.map(({ agentId, name, reason }) => (
          <li key={agentId}>
            {name}
            {"\u00A0"}: {reason}.
          </li>
        ))}
      </ul>
    </details>
  );
}

interface JurorActsOpen {
  recuse: boolean;
  release: boolean;
}

/** What the reader may do today of the part of a juror: recuse until the decision, release until the scoring closes. */
export function actsOn({ dossier, may }: DossierPage): JurorActsOpen {
  return {
    recuse: UNDECIDED.includes(dossier.status) && may("impose-recusal"),
    release: BEFORE_CLOSE.includes(dossier.status) && may("assign-jurors"),
  };
}

function columns(number: string, { recuse, release }: JurorActsOpen): Column<AssignedJuror>[] {
  const label = release ? (recuse ? "Reprendre ou déporter" : "Reprendre le dossier") : "Déporter";
  return [
    { key: "name", header: "Juré", rowHeader: true, cell: ({ name }) => name },
    { key: "organisation", header: "Organisation", cell: ({ organisation }) => organisation },
    {
      key: "status",
      header: "Situation",
      cell: ({ status, ground, byRule }) => (
        <>
          <StatusBadge small {...STATUS[status]} />
          {ground && (
            <>
              <br />
              {ground}
              {byRule && ", constaté par le portail"}
            </>
          )}
        </>
      ),
    },
    {
      key: "since",
      header: "Depuis le",
      cell: ({ since }) => <InstantTime instant={since} format="short" />,
    },
    ...(recuse || release
      ? [
          {
            key: "act",
            header: "Action",
            cell: ({ assignmentId, name, status }: AssignedJuror) =>
              status === "assigned" ? (
                <AppLink href={routes.recusal(number, assignmentId)}>
                  {label}
                  <span className="fr-sr-only"> {name}</span>
                </AppLink>
              ) : (
                "Sans objet"
              ),
          },
        ]
      : []),
  ];
}
