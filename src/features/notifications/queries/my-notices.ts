import type { JsonObject } from "@/domain/evidence/canonical";
import { type Actor, fullName } from "@/domain/rights/actor";
import { routes } from "@/routes";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { asMinistry, inRoom } from "@/server/database/ministry-sight";
import { MAIL_DOSSIER } from "@/server/mail/content";
import { MAIL_TEMPLATES } from "@/server/mail/templates";
import { NOTICE_KINDS } from "@/server/notifications";
import { visibleDossiers, visibleVisas } from "@/server/visibility";
import type { Cursor } from "../cursor";

/** A fact told to the reader: the words of its mail. */
export interface MyNotice {
  id: string;
  at: Date;
  read: boolean;
  sentence: string;
  number: string | null;
  /** The exact place; null when its dossier is out of the reader's sight by now. */
  link: { label: string; path: string } | null;
}

export interface MyNotices {
  /** Unread first, then the newest. */
  notices: readonly MyNotice[];
  unread: number;
  total: number;
  /** Where the next page begins; null on the last one. */
  next: Cursor | null;
}

const PAGE = 25;

type Row = Prisma.NotificationGetPayload<object>;

/** The notices of the actor, theirs alone: unread ones first, then the newest, page by page. */
export async function readMyNotices(actor: Actor, after?: Cursor): Promise<MyNotices> {
  const own = {
    recipientId: actor.agentId,
    kind: { in: [...NOTICE_KINDS] },
    withdrawnAt: null,
  };
  const [rows, unread, total] = await Promise.all([
    readPage(own, after),
    database().notification.count({ where: { ...own, readAt: null } }),
    database().notification.count({ where: own }),
  ]);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    notices: await inWords(actor, page),
    unread,
    total,
    next: rows.length > PAGE && last ? { read: last.readAt !== null, id: last.id } : null,
  };
}

/** A page and one row more: what is left of the unread ones, then the read ones. */
async function readPage(own: Prisma.NotificationWhereInput, after?: Cursor): Promise<Row[]> {
  const last =
    after && (await database().notification.findFirst({ where: { ...own, id: after.id } }));
  const part = (read: boolean, room: number) =>
    database().notification.findMany({
      where: {
        AND: [
          own,
          { readAt: read ? { not: null } : null },
          last && after?.read === read ? olderThan(last) : {},
        ],
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: room,
    });
  const unread = last && after?.read ? [] : await part(false, PAGE + 1);
  const room = PAGE + 1 - unread.length;
  return room > 0 ? [...unread, ...(await part(true, room))] : unread;
}

function olderThan({ createdAt, id }: Row): Prisma.NotificationWhereInput {
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}

async function inWords(actor: Actor, rows: readonly Row[]): Promise<MyNotice[]> {
  const ids = [...new Set(rows.flatMap(({ dossierId }) => dossierId ?? []))];
  const found = await database().dossier.findMany({
    where: { id: { in: ids } },
    select: { id: true, ...MAIL_DOSSIER },
  });
  const dossiers = new Map(found.map((dossier) => [dossier.id, dossier]));
  const sights = new Map<Room, ReadonlySet<string>>();
  const notices: MyNotice[] = [];
  for (const row of rows) {
    const kind = NOTICE_KINDS.find((known) => known === row.kind);
    if (!kind) continue;
    const dossier = dossiers.get(row.dossierId ?? "") ?? null;
    const { paragraphs, link } = MAIL_TEMPLATES[kind]({
      recipient: fullName(actor),
      organisation: actor.organisation?.name ?? null,
      dossier,
      payload: row.payload as JsonObject,
    });
    const room = dossier && roomOf(link.path, dossier.number);
    if (room && !sights.has(room)) sights.set(room, await inSight(actor, room, ids));
    const hidden = room && !sights.get(room)?.has(row.dossierId ?? "");
    notices.push({
      id: row.id,
      at: row.createdAt,
      read: row.readAt !== null,
      sentence: paragraphs[0],
      number: dossier?.number ?? null,
      link: hidden ? null : link,
    });
  }
  return notices;
}

/** Rooms by the beginning of their addresses, the longest first. */
const ROOMS = {
  "/ministere/visas/": "visas",
  "/ministere/": "ministry",
  "/instruction/": "instruction",
  "/jury/": "juror",
  "/audit/": "auditor",
  "/dossiers/": "carrier",
} as const;
type Room = (typeof ROOMS)[keyof typeof ROOMS] | "exchanges";

/** The room a link leads to, when it leads to that dossier. */
function roomOf(path: string, number: string): Room | undefined {
  if (!path.includes(number)) return undefined;
  if (path === routes.carrierMessages(number)) return "exchanges";
  return Object.entries(ROOMS).find(([start]) => path.startsWith(start))?.[1];
}

/** Which of these dossiers the actor sees in a room. */
async function inSight(
  actor: Actor,
  room: Room,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (room === "visas") {
    const visas = await asMinistry(actor, (tx) =>
      tx.visa.findMany({
        where: { AND: [{ dossierId: { in: [...ids] } }, visibleVisas(actor)] },
        select: { dossierId: true },
      }),
    );
    return new Set(visas.map(({ dossierId }) => dossierId));
  }
  const dossiers = await inRoom(actor, room, (tx) =>
    tx.dossier.findMany({
      where: {
        AND: [
          { id: { in: [...ids] } },
          // A dossier proposed to a theme is answered in the room of the instruction, before it is seen there.
          room === "instruction"
            ? { OR: [visibleDossiers(actor, room), visibleDossiers(actor, "receiving")] }
            : visibleDossiers(actor, room),
        ],
      },
      select: { id: true },
    }),
  );
  return new Set(dossiers.map(({ id }) => id));
}
