import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { StatusBadge } from "@/ui/status-badge";
import type { ApartItem, SeenItem, SessionPage } from "../queries/session";
import { ITEM_STATE_WORDS } from "../session-words";
import { CloseDossierForm } from "./close-forms";
import { MoveForm } from "./preparation-forms";

type Line = SeenItem | ApartItem;

/** The order of passage. A dossier the reader takes no part in is a word at its rank. */
export function Agenda({ session }: { session: SessionPage }) {
  if (session.items.length === 0) {
    return (
      <EmptyState>
        Aucun dossier n’est à l’ordre du jour. Un dossier s’y inscrit quand il est confié à des
        jurés.
      </EmptyState>
    );
  }
  return (
    <DataTable
      id="dossiers-de-la-seance"
      caption="Dossiers de la séance, dans l’ordre de passage"
      columns={columnsOf(session)}
      rows={session.items}
      rowKey={({ position }) => String(position)}
    />
  );
}

const seen = (render: (item: SeenItem) => React.ReactNode) => (line: Line) =>
  line.kind === "seen" ? render(line) : "Sans objet";

function columnsOf(session: SessionPage): Column<Line>[] {
  const { id, me, openedAt } = session;
  const items = session.items.filter((item): item is SeenItem => item.kind === "seen");
  const closes = items.some(({ readiness }) => readiness !== null);
  const arranges = me.prepares && !openedAt;
  return [
    { key: "rank", header: "Rang", cell: ({ position }) => position },
    {
      key: "number",
      header: "Dossier",
      rowHeader: true,
      cell: (line) =>
        line.kind === "seen" ? (
          <AppLink href={routes.sessionItem(id, line.number)}>
            {line.number} – {line.title}
          </AppLink>
        ) : (
          line.word
        ),
    },
    { key: "carrier", header: "Porteur", cell: seen(({ carrier }) => carrier) },
    { key: "slot", header: "Créneau", cell: seen((item) => <Slot item={item} />) },
    {
      key: "status",
      header: "Statut",
      cell: seen(({ status, state }) => (
        <>
          <StatusBadge small label={status.label} severity={status.severity ?? undefined} />
          {openedAt && (
            <>
              <br />
              {ITEM_STATE_WORDS[state]}
            </>
          )}
        </>
      )),
    },
    ...(closes ? [sheetsColumn(id)] : []),
    ...(arranges && items.length > 1 ? [orderColumn(session)] : []),
  ];
}

/** When the dossier passes, and what its carrier answered. */
function Slot({ item }: { item: SeenItem }) {
  const { slotAt, offer, heardAt } = item;
  return (
    <>
      {slotAt ? <InstantTime instant={slotAt} format="time" /> : "Heure à fixer"}
      {heardAt && (
        <>
          <br />
          Entendu le <InstantTime instant={heardAt} format="short" />
        </>
      )}
      {offer && (
        <>
          <br />
          {!offer.offered
            ? "À proposer au porteur"
            : offer.answer === "confirmed"
              ? "Confirmé par le porteur"
              : offer.answer === "refused"
                ? `Refusé par le porteur\u00A0: ${offer.reason}`
                : "Réponse du porteur attendue"}
        </>
      )}
    </>
  );
}

function sheetsColumn(session: string): Column<Line> {
  return {
    key: "readiness",
    header: "Fiches",
    cell: seen(({ readiness, mayClose, number }) => (
      <>
        {readiness?.sentence ?? "Sans objet"}
        {mayClose && <CloseDossierForm number={number} session={session} />}
      </>
    )),
  };
}

function orderColumn({ id, items }: SessionPage): Column<Line> {
  return {
    key: "order",
    header: "Ordre",
    cell: seen(({ number, position }) => (
      <>
        {position > 1 && <MoveForm session={id} number={number} direction="up" />}
        {position < items.length && <MoveForm session={id} number={number} direction="down" />}
      </>
    )),
  };
}
