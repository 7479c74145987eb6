import { formatDay, parisDay } from "@/domain/calendar";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DayTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { StatusBadge } from "@/ui/status-badge";
import type { SessionProposal } from "../queries/proposals";
import type { SessionLine } from "../queries/sessions";
import { SESSION_STATUS } from "../session-words";
import { CreateSessionForm } from "./preparation-forms";

const COLUMNS: readonly Column<SessionLine>[] = [
  {
    key: "label",
    header: "Séance",
    rowHeader: true,
    cell: ({ id, label, heldOn }) => (
      <AppLink href={routes.session(id)}>
        {label}
        <span className="fr-sr-only">, {formatDay(parisDay(heldOn))}</span>
      </AppLink>
    ),
  },
  {
    key: "day",
    header: "Jour",
    cell: ({ heldOn }) => <DayTime day={parisDay(heldOn)} format="short" />,
  },
  {
    key: "status",
    header: "Statut",
    cell: ({ status }) => <StatusBadge small {...SESSION_STATUS[status]} />,
  },
  { key: "dossiers", header: "Dossiers", numeric: true, cell: ({ dossiers }) => dossiers },
];

/** The sessions the reader may know of, and those the rhythm of their themes proposes. */
export function Sessions(props: {
  sessions: readonly SessionLine[];
  proposals: readonly SessionProposal[];
}) {
  const { sessions, proposals } = props;
  return (
    <>
      {proposals.length > 0 && (
        <section aria-labelledby="seances-proposees" className="fr-mb-6w">
          <h2 className="fr-h4" id="seances-proposees">
            Séances à ouvrir
          </h2>
          <p>
            Des dossiers attendent un jury et aucune séance ne se prépare. Le jour proposé suit le
            rythme du thème{"\u00A0"}: gardez-le, ou choisissez-en un autre.
          </p>
          {proposals.map((proposal) => (
            <Proposal key={`${proposal.call} ${proposal.round}`} proposal={proposal} />
          ))}
        </section>
      )}
      {sessions.length === 0 ? (
        <EmptyState>
          Aucune séance. Elle s’ouvre avec le premier dossier confié à des jurés dans un appel à
          projets.
        </EmptyState>
      ) : (
        <DataTable
          id="seances"
          caption="Séances de jury, de la plus récente à la plus ancienne"
          columns={COLUMNS}
          rows={sessions}
          rowKey={({ id }) => id}
        />
      )}
    </>
  );
}

function Proposal({ proposal }: { proposal: SessionProposal }) {
  const { label, themeCode, dossiers, reason } = proposal;
  return (
    <article className="fr-mb-4w">
      <h3 className="fr-h6 fr-mb-1w">
        {themeCode}
        {"\u00A0"}: {label}
      </h3>
      <p className="fr-mb-1w">
        {dossiers} dossier{dossiers > 1 && "s"} {dossiers > 1 ? "attendent" : "attend"} un jury.{" "}
        {reason}
      </p>
      <CreateSessionForm {...proposal} />
    </article>
  );
}
