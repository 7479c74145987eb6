import { createHmac } from "node:crypto";
import { z } from "zod";
import { type DossierStatus, STATUS_LABELS } from "@/domain/dossier/statuses";
import { notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import { slotsOf } from "@/domain/sitting/agenda";
import { presence } from "@/domain/sitting/attendance";
import {
  APART_WORDS,
  type Capacity,
  quorumOf,
  quorumSentence,
  type SittingMember,
  type Standing,
  votersOf,
} from "@/domain/sitting/quorum";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { environment } from "@/server/environment";
import { fingerprint } from "@/server/fingerprint";
import { standingOf } from "@/server/sitting";
import { isScoringClosed, visibleSessions } from "@/server/visibility";
import type { AgendaLine, RoomMember, RoomState } from "../room-state";
import { readCurrentItem } from "./room-item";
import { readVotes } from "./room-votes";
import type { ItemState } from "./session";
import { examines, readSights } from "./sights";

const ROOM = {
  members: { include: { agent: { select: { givenName: true, usualName: true } } } },
  attendance: { orderBy: [{ at: "asc" }, { id: "asc" }] },
  items: {
    orderBy: [{ position: "asc" }, { dossierId: "asc" }],
    include: {
      dossier: {
        include: {
          carrier: { select: { name: true } },
          members: { select: { agentId: true } },
          assignments: {
            select: {
              jurorId: true,
              presentation: true,
              status: true,
              sheet: { select: { submittedAt: true } },
            },
          },
        },
      },
    },
  },
} satisfies Prisma.JurySessionInclude;

export type RoomRow = Prisma.JurySessionGetPayload<{ include: typeof ROOM }>;
export type RoomItemRow = RoomRow["items"][number];

/** What the parts of a state are read with. */
export interface RoomReading {
  actor: Actor;
  row: RoomRow;
  /** The item under examination; null while there is none. */
  item: RoomItemRow | null;
  /** Where each member stands on that item. */
  standings: ReadonlyMap<string, Standing>;
  voters: readonly SittingMember[];
  present: ReadonlyMap<string, Date>;
  quorumReached: boolean;
  /** Members by id, for the names. */
  names: ReadonlyMap<string, string>;
}

/**
 * The state of a room for one of its members, or for somebody who examines its theme. Null when nothing they are shown
 * has changed since `seen`. Throws `not-found` for everybody else.
 *
 * What is seen is told by a key of the session's version for whoever takes part in every item. For whoever is apart from
 * one, it is a print of what they were shown: the version would count what happens without them.
 */
export async function readRoomState(
  actor: Actor,
  id: string,
  seen?: string,
): Promise<RoomState | null> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const head = await database().jurySession.findFirst({
    where: { AND: [{ id }, visibleSessions(actor)] },
    select: {
      themeCode: true,
      liveVersion: true,
      members: { where: { agentId: actor.agentId }, select: { capacity: true } },
    },
  });
  if (!head || (head.members.length === 0 && !examines(actor, head.themeCode))) throw notFound();
  // Read before the state: a change in between is asked for again, never missed.
  const versionSeen = keyOf(id, actor, head.liveVersion);
  if (seen === versionSeen) return null;
  const row = await database().jurySession.findUniqueOrThrow({ where: { id }, include: ROOM });
  const sights = await readSights(actor, row.themeCode, row.items);
  const state = await stateOf(actor, row, sights);
  const apart = [...sights.values()].some((standing) => standing !== "takes-part");
  const { now, ...shown } = state;
  const told = apart ? fingerprint(JSON.parse(JSON.stringify(shown))).slice(0, 32) : versionSeen;
  return told === seen ? null : { ...state, seen: told };
}

/** The version under a key of the reader's own: nobody can guess one and count the changes by it. */
function keyOf(id: string, { agentId }: Actor, version: number): string {
  return createHmac("sha256", environment().authSecret)
    .update(`room ${id} ${agentId} ${version}`)
    .digest("hex")
    .slice(0, 32);
}

async function stateOf(
  actor: Actor,
  row: RoomRow,
  sights: ReadonlyMap<string, Standing>,
): Promise<RoomState> {
  const theme = row.themeCode as ThemeCode;
  const keeps = may(actor, "keep-session", theme);
  const own = row.members.find(({ agentId }) => agentId === actor.agentId);
  const chairs = own?.capacity === "chair" && may(actor, "chair-session", theme);
  const phase = row.endedAt ? "ended" : row.openedAt ? "open" : "to-open";
  const item = row.items.find(({ state }) => state === "current") ?? null;
  const sight = item ? (sights.get(item.dossierId) ?? "not-entrusted") : "takes-part";
  const reading = readingOf(actor, row, item);
  const takesPart = sight === "takes-part";
  const [now, current, votes] = await Promise.all([
    portalNow(),
    item && takesPart ? readCurrentItem(reading, item) : null,
    takesPart ? readVotes(reading, chairs) : { open: null, closed: [] },
  ]);
  return {
    seen: "",
    now: now.toISOString(),
    phase,
    session: {
      id: row.id,
      label: row.label,
      themeCode: theme,
      startsAt: row.startsAt?.toISOString() ?? null,
      place: row.place,
      openedAt: row.openedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      slotMinutes: row.slotMinutes,
    },
    me: {
      capacity: (own?.capacity ?? null) as Capacity | null,
      keeps,
      chairs,
      present: reading.present.has(actor.agentId),
    },
    quorum: phase === "open" && takesPart ? quorumIn(reading) : null,
    members: membersOf(reading, keeps),
    agenda: agendaOf(row, sights, keeps && phase === "open"),
    current: current
      ? { ...current, votes: votes.closed }
      : sight === "takes-part"
        ? null
        : { kind: "apart", ...APART_WORDS[sight] },
    votes: item ? [] : votes.closed,
    vote: votes.open,
    obstacle: keeps || chairs ? obstacleOf(reading, phase) : null,
  };
}

function readingOf(actor: Actor, row: RoomRow, item: RoomItemRow | null): RoomReading {
  const members = row.members.map(({ agentId, capacity }) => ({
    agentId,
    capacity: capacity as Capacity,
  }));
  const present = presence(row.attendance);
  const standings = new Map(
    item
      ? members.map((member) => [
          member.agentId,
          standingOf(member, {
            presentation: item.presentation,
            assignments: item.dossier.assignments,
            team: item.dossier.members.map(({ agentId }) => agentId),
          }),
        ])
      : [],
  );
  const quorum = quorumOf({ required: row.quorum, members, present, standings });
  return {
    actor,
    row,
    item,
    standings,
    voters: votersOf(members, standings),
    present,
    quorumReached: quorum.reached,
    names: new Map(row.members.map(({ agentId, agent }) => [agentId, fullName(agent)])),
  };
}

function quorumIn({ row, standings, present }: RoomReading): RoomState["quorum"] {
  const members = row.members.map(({ agentId, capacity }) => ({
    agentId,
    capacity: capacity as Capacity,
  }));
  const quorum = quorumOf({ required: row.quorum, members, present, standings });
  return { sentence: quorumSentence(quorum), reached: quorum.reached };
}

const ORDER: Record<Capacity, number> = { chair: 0, secretary: 1, juror: 2 };

function membersOf({ row, present, names }: RoomReading, keeps: boolean): RoomMember[] {
  return row.members
    .map(({ agentId, capacity }) => ({
      agentId: keeps ? agentId : null,
      name: names.get(agentId) ?? "",
      capacity: capacity as Capacity,
      present: present.has(agentId),
      since: present.get(agentId)?.toISOString() ?? null,
    }))
    .sort((a, b) => ORDER[a.capacity] - ORDER[b.capacity] || a.name.localeCompare(b.name, "fr"));
}

/** Statuses of a dossier that a sitting can examine. */
const EXAMINABLE: readonly DossierStatus[] = ["under-review", "heard", "scored", "reserve"];

function agendaOf(
  row: RoomRow,
  sights: ReadonlyMap<string, Standing>,
  arranges: boolean,
): AgendaLine[] {
  const slots = row.startsAt ? slotsOf(row.startsAt, row.slotMinutes, row.items.length) : [];
  const busy = row.items.some(({ state }) => state === "current");
  const waiting = row.items.flatMap(({ state }, index) => (state === "waiting" ? [index] : []));
  return row.items.map(({ dossier, dossierId, state }, index): AgendaLine => {
    const position = index + 1;
    const standing = sights.get(dossierId) ?? "not-entrusted";
    if (standing !== "takes-part") {
      return { kind: "apart", position, word: APART_WORDS[standing].word };
    }
    const status = dossier.status as DossierStatus;
    const waits = state === "waiting";
    return {
      kind: "seen",
      position,
      number: dossier.number,
      title: dossier.title,
      carrier: dossier.carrier.name,
      slotAt: slots[index]?.toISOString() ?? null,
      state: state as ItemState,
      // Decisions of other sittings are not the jury's to read before the carrier.
      status: STATUS_LABELS[isScoringClosed(status) ? "scored" : status],
      acts: arranges
        ? {
            call: !busy && state !== "current" && EXAMINABLE.includes(status),
            up: waits && waiting[0] !== index,
            down: waits && waiting.at(-1) !== index,
          }
        : null,
    };
  });
}

/** What stands before opening or ending the sitting, for those who do. */
function obstacleOf({ row, item }: RoomReading, phase: RoomState["phase"]): string | null {
  if (phase === "to-open" && !row.convenedAt) {
    return "Les membres ne sont pas convoqués\u00A0: la séance ne peut pas s’ouvrir.";
  }
  if (phase === "open" && item) {
    return "Un dossier est en cours d’examen\u00A0: terminez-le ou ajournez-le d’abord.";
  }
  return null;
}
