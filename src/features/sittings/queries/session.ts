import { z } from "zod";
import { type DossierStatus, type Severity, STATUS_LABELS } from "@/domain/dossier/statuses";
import { pathContext, refusal } from "@/domain/dossier/transitions";
import { notFound } from "@/domain/errors";
import { type Cents, centsFromBigInt } from "@/domain/money";
import { type Actor, fullName } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import { isToBeHeard, slotsOf } from "@/domain/sitting/agenda";
import {
  APART_WORDS,
  type Capacity,
  type SittingMember,
  type Standing,
  votersOf,
} from "@/domain/sitting/quorum";
import { type Preparation, type ReadinessPoint, readiness } from "@/domain/sitting/readiness";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { standingOf } from "@/server/sitting";
import { isScoringClosed, visibleSessions } from "@/server/visibility";
import { type SessionStatus, sessionStatus } from "./sessions";
import { examines, readSights } from "./sights";

export type ItemState = "waiting" | "current" | "done" | "adjourned";
export type SlotAnswer = "none" | "confirmed" | "refused";

/** A dossier of the agenda, for whoever takes part in its examination. */
export interface SeenItem {
  kind: "seen";
  position: number;
  number: string;
  title: string;
  carrier: string;
  status: { label: string; severity: Severity };
  state: ItemState;
  heardAt: Date | null;
  /** When its turn is expected; null while the sitting has no hour. */
  slotAt: Date | null;
  /** What its carrier was offered and answered; null for those who do not prepare the session, and without hearing. */
  offer: { offered: boolean; answer: SlotAnswer; reason: string } | null;
  /** « Toutes les fiches sont remises » or what is missing; null for those who do not prepare the session. */
  readiness: { ready: boolean; sentence: string } | null;
  questions: number;
  mayClose: boolean;
  /** The actor scores it. */
  own: boolean;
}

/** The place of a dossier the reader takes no part in: its rank, a word, and nothing else. */
export interface ApartItem {
  kind: "apart";
  position: number;
  word: string;
}

export interface SessionMemberLine {
  name: string;
  organisation: string;
  capacity: Capacity;
  convenedAt: Date | null;
  answer: "none" | "coming" | "not-coming";
}

export interface SessionPage {
  id: string;
  label: string;
  themeCode: ThemeCode;
  heldOn: Date;
  status: SessionStatus;
  startsAt: Date | null;
  place: string;
  quorum: number;
  slotMinutes: number;
  convenedAt: Date | null;
  openedAt: Date | null;
  endedAt: Date | null;
  items: (SeenItem | ApartItem)[];
  members: SessionMemberLine[];
  me: {
    prepares: boolean;
    /** Sets the share of the sitting within its call's envelope. */
    setsShare: boolean;
    /** May enter the room: a member, or somebody who examines the theme. */
    enters: boolean;
    membership: {
      capacity: Capacity;
      convened: boolean;
      answer: SessionMemberLine["answer"];
    } | null;
  };
  /** « Ce qu’il reste à préparer »; null for those who do not prepare. */
  readiness: ReadinessPoint[] | null;
  mayClose: boolean;
  /** Its own share of its call's envelope; null without one, and for those who do not examine the theme. */
  share: Cents | null;
  /** The call, and the round, whose dossiers are ranked; null for those who do not examine the theme. */
  ranked: { callId: string; roundId: string | null; label: string } | null;
}

const SESSION = {
  call: { select: { label: true } },
  envelope: { select: { total: true } },
  members: { include: { agent: { include: { organisation: { select: { name: true } } } } } },
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
          questions: { select: { sessionId: true, answeredAt: true } },
        },
      },
    },
  },
} satisfies Prisma.JurySessionInclude;

type SessionRow = Prisma.JurySessionGetPayload<{ include: typeof SESSION }>;
type ItemRow = SessionRow["items"][number];

/**
 * A session as the actor may see it. Whether every sheet is in is told as one sentence to those who close the scoring:
 * never how many, nor whose. Of a dossier the actor takes no part in, a word holds the place. Throws `not-found` out of
 * sight.
 */
export async function readSession(actor: Actor, id: string): Promise<SessionPage> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const row = await database().jurySession.findFirst({
    where: { AND: [{ id }, visibleSessions(actor)] },
    include: SESSION,
  });
  if (!row) throw notFound();
  const theme = row.themeCode as ThemeCode;
  const sights = await readSights(actor, theme, row.items);
  const prepares = may(actor, "prepare-session", theme);
  const own = row.members.find(({ agentId }) => agentId === actor.agentId);
  const slots = row.startsAt ? slotsOf(row.startsAt, row.slotMinutes, row.items.length) : [];
  const items = row.items.map((item, index) =>
    itemLine(actor, row, item, {
      position: index + 1,
      slotAt: slots[index] ?? null,
      standing: sights.get(item.dossierId) ?? "not-entrusted",
    }),
  );
  return {
    id: row.id,
    label: row.label,
    themeCode: theme,
    heldOn: row.heldOn,
    status: sessionStatus(row),
    startsAt: row.startsAt,
    place: row.place,
    quorum: row.quorum,
    slotMinutes: row.slotMinutes,
    convenedAt: row.convenedAt,
    openedAt: row.openedAt,
    endedAt: row.endedAt,
    items,
    members: row.members
      .map(memberLine)
      .sort((a, b) => ORDER[a.capacity] - ORDER[b.capacity] || a.name.localeCompare(b.name, "fr")),
    me: {
      prepares,
      setsShare: may(actor, "set-session-share", theme),
      enters: own !== undefined || [...sights.values()].includes("takes-part") || prepares,
      membership: own
        ? {
            capacity: own.capacity as Capacity,
            convened: own.convenedAt !== null,
            answer: own.answer as SessionMemberLine["answer"],
          }
        : null,
    },
    readiness: prepares && !row.openedAt ? readiness(preparationOf(row, slots, sights)) : null,
    mayClose: items.some((item) => item.kind === "seen" && item.mayClose),
    share: row.envelope && examines(actor, theme) ? centsFromBigInt(row.envelope.total) : null,
    ranked: examines(actor, theme)
      ? { callId: row.callId, roundId: row.roundId, label: row.call.label }
      : null,
  };
}

const ORDER: Record<Capacity, number> = { chair: 0, secretary: 1, juror: 2 };

function memberLine({
  agent,
  capacity,
  convenedAt,
  answer,
}: SessionRow["members"][number]): SessionMemberLine {
  return {
    name: fullName(agent),
    organisation: agent.organisation?.name ?? "Sans organisation",
    capacity: capacity as Capacity,
    convenedAt,
    answer: answer as SessionMemberLine["answer"],
  };
}

function itemLine(
  actor: Actor,
  session: SessionRow,
  item: ItemRow,
  place: { position: number; slotAt: Date | null; standing: Standing },
): SeenItem | ApartItem {
  const { dossier, state, heardAt, slotAt: offered, slotAnswer, slotReason, presentation } = item;
  const { position, slotAt, standing } = place;
  if (standing !== "takes-part") {
    return { kind: "apart", position, word: APART_WORDS[standing].word };
  }
  const theme = session.themeCode as ThemeCode;
  const path = THEMES[theme].selection;
  // What becomes of a dossier under another theme is not told here.
  const status = item.formerTheme ? "redirected" : (dossier.status as DossierStatus);
  const closes = may(actor, "close-scoring", theme);
  const complete = sheetsComplete(dossier.assignments, presentation);
  const obstacle = refusal("closeScoring", status, {
    ...pathContext(path),
    scoringComplete: complete,
  });
  return {
    kind: "seen",
    position,
    number: dossier.number,
    title: dossier.title,
    carrier: dossier.carrier.name,
    status: STATUS_LABELS[closes ? status : scoringStatus(status)],
    state: state as ItemState,
    heardAt,
    slotAt,
    offer:
      may(actor, "prepare-session", theme) && isToBeHeard(path, status)
        ? {
            offered: offered !== null && offered.getTime() === slotAt?.getTime(),
            answer: slotAnswer as SlotAnswer,
            reason: slotReason,
          }
        : null,
    readiness: closes ? readinessOf(status, complete) : null,
    questions: dossier.questions.filter(({ sessionId }) => sessionId === session.id).length,
    mayClose: closes && obstacle === null,
    own: dossier.assignments.some(
      (each) => each.jurorId === actor.agentId && each.status === "assigned",
    ),
  };
}

/** A juror reads the progress of their own scoring, not the decisions that follow it. */
function scoringStatus(status: DossierStatus): DossierStatus {
  return isScoringClosed(status) ? "scored" : status;
}

/** Whether every juror of the presentation who still holds the dossier has handed in. */
export function sheetsComplete(
  assignments: readonly {
    presentation: number;
    status: string;
    sheet: { submittedAt: Date | null } | null;
  }[],
  presentation: number,
): boolean {
  const held = assignments.filter(
    (each) => each.status === "assigned" && each.presentation === presentation,
  );
  return held.length > 0 && held.every(({ sheet }) => sheet?.submittedAt);
}

export function readinessOf(status: DossierStatus, complete: boolean): SeenItem["readiness"] {
  if (isScoringClosed(status)) return { ready: true, sentence: "Notation close." };
  return complete
    ? { ready: true, sentence: "Toutes les fiches sont remises." }
    : { ready: false, sentence: "Il manque des fiches." };
}

/** Counts over the items whose preparation the reader may know: another person prepares the others. */
function preparationOf(
  row: SessionRow,
  slots: readonly Date[],
  sights: ReadonlyMap<string, Standing>,
): Preparation {
  const path = THEMES[row.themeCode as ThemeCode].selection;
  const members: SittingMember[] = row.members.map(({ agentId, capacity }) => ({
    agentId,
    capacity: capacity as Capacity,
  }));
  const sitting = new Set(members.map(({ agentId }) => agentId));
  const seen = row.items.flatMap((item, index) =>
    sights.get(item.dossierId) === "takes-part" ? [{ ...item, slot: slots[index] }] : [],
  );
  const entrusted = seen.flatMap(({ dossier, presentation }) =>
    dossier.assignments
      .filter((each) => each.status === "assigned" && each.presentation === presentation)
      .map(({ jurorId }) => jurorId),
  );
  return {
    hasStart: row.startsAt !== null,
    hasPlace: row.place !== "",
    quorum: row.quorum,
    members: row.members.map(({ capacity, convenedAt, answer }) => ({
      capacity: capacity as Capacity,
      convened: convenedAt !== null,
      answer: answer as SessionMemberLine["answer"],
    })),
    jurorsLeftOut: new Set(entrusted.filter((id) => !sitting.has(id))).size,
    items: seen.map((item) => {
      const { dossier } = item;
      const status = dossier.status as DossierStatus;
      const standings = new Map(
        members.map((member) => [
          member.agentId,
          standingOf(member, {
            presentation: item.presentation,
            assignments: dossier.assignments,
            team: dossier.members.map(({ agentId }) => agentId),
          }),
        ]),
      );
      return {
        heard: isToBeHeard(path, status),
        slotOffered: item.slotAt !== null && item.slotAt.getTime() === item.slot?.getTime(),
        slotAnswer: item.slotAnswer as SlotAnswer,
        voices: votersOf(members, standings).length,
        questionsOpen: dossier.questions.filter(
          (each) => each.sessionId === row.id && each.answeredAt === null,
        ).length,
        sheetsMissing:
          path.scored &&
          !isScoringClosed(status) &&
          status !== "withdrawn" &&
          !sheetsComplete(dossier.assignments, item.presentation),
      };
    }),
  };
}
