import "server-only";
import { BusinessError, notFound } from "@/domain/errors";
import { presence } from "@/domain/sitting/attendance";
import {
  type Capacity,
  type Quorum,
  quorumOf,
  quorumSentence,
  type SittingMember,
  type Standing,
  votersOf,
} from "@/domain/sitting/quorum";
import type { Transaction } from "./database/client";
import type { JurySession } from "./database/generated/client";

/** What the standing of a member on a dossier is read on. */
interface AssignmentRow {
  jurorId: string;
  presentation: number;
  status: string;
}

/** Where a member stands on an item: recused whatever the presentation, of the dossier's team, or as entrusted. */
export function standingOf(
  member: SittingMember,
  item: {
    presentation: number;
    assignments: readonly AssignmentRow[];
    team: readonly string[];
  },
): Standing {
  const own = item.assignments.filter(({ jurorId }) => jurorId === member.agentId);
  if (item.team.includes(member.agentId)) return "recused";
  if (own.some(({ status }) => status === "recused")) return "recused";
  const now = own.find(({ presentation }) => presentation === item.presentation)?.status;
  if (now === "abstained") return "abstained";
  if (member.capacity !== "juror") return "takes-part";
  return now === "assigned" || now === "ended" ? "takes-part" : "not-entrusted";
}

/** A sitting under its lock, with all that its votes depend on. */
export interface SittingRoom {
  members: SittingMember[];
  /** Who is in the room, since when. */
  present: ReadonlyMap<string, Date>;
  /** Where each member stands on the item; empty for the sitting in general. */
  standings: ReadonlyMap<string, Standing>;
  /** Members with a voice, in the room or not. */
  voters: SittingMember[];
  quorum: Quorum;
}

/** Who is there and who may vote, on a dossier or in general; the caller holds the session's lock when it matters. */
export async function readRoom(
  tx: Transaction,
  session: Pick<JurySession, "id" | "quorum">,
  dossierId: string | null,
): Promise<SittingRoom> {
  const [rows, events, item] = await Promise.all([
    tx.sessionMember.findMany({ where: { sessionId: session.id } }),
    tx.attendanceEvent.findMany({
      where: { sessionId: session.id },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    }),
    dossierId === null
      ? null
      : tx.sessionItem.findUnique({
          where: { sessionId_dossierId: { sessionId: session.id, dossierId } },
          select: {
            presentation: true,
            dossier: {
              select: {
                assignments: { select: { jurorId: true, presentation: true, status: true } },
                members: { select: { agentId: true } },
              },
            },
          },
        }),
  ]);
  const members = rows.map(({ agentId, capacity }) => ({
    agentId,
    capacity: capacity as Capacity,
  }));
  const present = presence(events);
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
  return {
    members,
    present,
    standings,
    voters: votersOf(members, standings),
    quorum: quorumOf({ required: session.quorum, members, present, standings }),
  };
}

/** Locks the row of a sitting until commit. Dossiers are always locked before it. */
export async function lockSessionRow(tx: Transaction, id: string): Promise<JurySession> {
  await tx.$queryRaw`SELECT id FROM jury_session WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.jurySession.findUniqueOrThrow({ where: { id } });
}

/**
 * Throws unless the sitting is held now, examines this dossier, and has its quorum: what is decided in it is decided by
 * it. The dossier's row is locked by the caller.
 */
export async function requireDeliberating(
  tx: Transaction,
  sessionId: string,
  dossierId: string,
): Promise<void> {
  const item = await tx.sessionItem.findUnique({
    where: { sessionId_dossierId: { sessionId, dossierId } },
  });
  if (!item) throw notFound();
  const session = await lockSessionRow(tx, sessionId);
  if (!session.openedAt || session.endedAt || item.state !== "current") {
    throw new BusinessError(
      "changed-meanwhile",
      "La séance n’examine plus ce dossier\u00A0: votre action n’a pas été faite.",
    );
  }
  const { quorum } = await readRoom(tx, session, dossierId);
  if (!quorum.reached) throw new BusinessError("incomplete", quorumSentence(quorum));
}
