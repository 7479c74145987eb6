import { parisDay } from "@/domain/calendar";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DayTime, InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import { StatusBadge } from "@/ui/status-badge";
import type { SessionItemLine, SessionLine, SessionPage, SessionStatus } from "../queries/sessions";
import { CloseDossierForm, CloseSessionForm } from "./close-forms";

const STATUS: Record<SessionStatus, { label: string; severity?: "info" | "success" }> = {
  preparing: { label: "En préparation" },
  scoring: { label: "Notation en cours", severity: "info" },
  closed: { label: "Notation close", severity: "success" },
};

const COLUMNS: readonly Column<SessionLine>[] = [
  {
    key: "label",
    header: "Séance",
    rowHeader: true,
    cell: ({ id, label }) => <AppLink href={routes.session(id)}>{label}</AppLink>,
  },
  {
    key: "day",
    header: "Jour",
    cell: ({ heldOn }) => <DayTime day={parisDay(heldOn)} format="short" />,
  },
  {
    key: "status",
    header: "Statut",
    cell: ({ status }) => <StatusBadge small {...STATUS[status]} />,
  },
  { key: "dossiers", header: "Dossiers", numeric: true, cell: ({ dossiers }) => dossiers },
];

/** The sessions in which the reader has something to see. */
export function Sessions({ sessions }: { sessions: readonly SessionLine[] }) {
  if (sessions.length === 0) {
    return (
      <EmptyState>
        Aucune séance. Elle s’ouvre avec le premier dossier confié à des jurés dans un appel à
        projets.
      </EmptyState>
    );
  }
  return (
    <DataTable
      id="seances"
      caption="Séances de jury, de la plus récente à la plus ancienne"
      columns={COLUMNS}
      rows={sessions}
      rowKey={({ id }) => id}
    />
  );
}

/** A session: its dossiers in order, and for those who close it, whether they are ready. */
export function SessionView({ session }: { session: SessionPage }) {
  const missing = session.items.filter(({ readiness }) => readiness?.ready === false).length;
  const prepares = session.items.some(({ readiness }) => readiness !== null);
  const open = session.status !== "closed";
  return (
    <>
      <p className="fr-text--lead">
        Le <DayTime day={parisDay(session.heldOn)} format="weekday" />. {session.themeCode}.{" "}
        <StatusBadge {...STATUS[session.status]} />
      </p>
      {prepares && open && (
        <Message
          severity={missing === 0 ? "success" : "info"}
          title={
            missing === 0
              ? "Succès : toutes les fiches sont remises"
              : "Information : il manque des fiches"
          }
        >
          La clôture est définitive{"\u00A0"}: plus aucune fiche n’est remise ensuite, et les notes
          deviennent lisibles.
        </Message>
      )}
      <DataTable
        id="dossiers-de-la-seance"
        caption="Dossiers de la séance, dans l’ordre de passage"
        columns={itemColumns(session.id, prepares)}
        rows={session.items}
        rowKey={({ number }) => number}
      />
      {session.mayClose && missing === 0 && <CloseSessionForm session={session.id} />}
    </>
  );
}

function itemColumns(session: string, prepares: boolean): Column<SessionItemLine>[] {
  const columns: Column<SessionItemLine>[] = [
    {
      key: "number",
      header: "Dossier",
      rowHeader: true,
      cell: ({ number, title, own }) => {
        const name = `${number} – ${title}`;
        if (own) return <AppLink href={routes.sheet(number)}>{name}</AppLink>;
        return <AppLink href={routes.instructionDossier(number)}>{name}</AppLink>;
      },
    },
    { key: "carrier", header: "Porteur", cell: ({ carrier }) => carrier },
    {
      key: "status",
      header: "Statut",
      cell: ({ status }) => (
        <StatusBadge small label={status.label} severity={status.severity ?? undefined} />
      ),
    },
    {
      key: "heard",
      header: "Audition",
      cell: ({ heardAt, number }) => {
        if (heardAt) return <InstantTime instant={heardAt} format="short" />;
        return prepares ? (
          <AppLink href={routes.hearing(number)}>
            Enregistrer<span className="fr-sr-only"> l’audition du dossier {number}</span>
          </AppLink>
        ) : (
          "Pas encore"
        );
      },
    },
  ];
  if (!prepares) return columns;
  return [
    ...columns,
    {
      key: "readiness",
      header: "Fiches",
      cell: ({ readiness, mayClose, number }) => (
        <>
          {readiness?.sentence ?? "Sans objet"}
          {mayClose && <CloseDossierForm number={number} session={session} />}
        </>
      ),
    },
  ];
}
