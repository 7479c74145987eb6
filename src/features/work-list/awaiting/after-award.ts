import { answering, CHANGE_KINDS } from "@/domain/execution/changes";
import type { Actor } from "@/domain/rights/actor";
import { type Permission, themesWith } from "@/domain/rights/permissions";
import { Prisma } from "@/server/database/generated/client";
import { DOSSIER, forActor, seenIn } from "./parts";

/** What projects in execution wait for from those who follow them, one statement's part each. */
export function afterAward(actor: Actor, limit: number): Prisma.Sql[] {
  return [
    crossings(actor, limit),
    changes(actor, limit),
    closings(actor, limit),
    lateDuties(actor, limit),
  ];
}

const PROJECT = Prisma.sql`d.number, d.title, d.theme_code`;

/** Milestones proposed by somebody else; on a suspended project the answer waits for its resumption. */
function crossings(actor: Actor, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT 'crossing', crossing.position::text AS row, ${PROJECT}, crossing.requested_at AS at, NULL::timestamptz AS due
    FROM phase_crossing AS crossing JOIN execution ON execution.dossier_id = crossing.dossier_id
    JOIN dossier d ON d.id = crossing.dossier_id
    WHERE crossing.status = 'proposed' AND execution.suspended_at IS NULL AND d.status = 'in-execution'
      AND crossing.requested_by_id <> ${actor.agentId}::uuid
      AND ${forActor(actor)} AND ${seenIn(actor, themesWith(actor, "release-phase"))}
    ORDER BY crossing.requested_at LIMIT ${limit}`;
}

/** Requests of somebody else, those whose kind the actor answers. */
function changes(actor: Actor, limit: number): Prisma.Sql {
  const answeredWith = (permission: Permission) => Prisma.sql`
    (request.kind = ANY (${CHANGE_KINDS.filter((kind) => answering(kind) === permission)}::text[])
      AND d.theme_code = ANY (${[...themesWith(actor, permission)]}::text[]))`;
  return Prisma.sql`
    SELECT 'change', request.number::text AS row, ${PROJECT}, request.requested_at AS at, NULL::timestamptz AS due
    FROM change_request AS request JOIN dossier d ON d.id = request.dossier_id
    WHERE request.status = 'requested' AND d.status = 'in-execution'
      AND request.requested_by_id <> ${actor.agentId}::uuid
      AND (${answeredWith("answer-change")} OR ${answeredWith("answer-award-change")})
      AND ${forActor(actor)} AND ${seenIn(actor, themesWith(actor, "answer-change"))}
    ORDER BY request.requested_at LIMIT ${limit}`;
}

/** Final evaluations handed in; a request or a milestone that waits is answered first. */
function closings(actor: Actor, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT 'closing', ${DOSSIER}, execution.closing_asked_at AS at, NULL::timestamptz AS due
    FROM execution JOIN dossier d ON d.id = execution.dossier_id
    WHERE execution.closing_asked_at IS NOT NULL AND execution.closed_at IS NULL AND d.status = 'in-execution'
      AND NOT EXISTS (SELECT FROM change_request WHERE dossier_id = d.id AND status = 'requested')
      AND NOT EXISTS (SELECT FROM phase_crossing WHERE dossier_id = d.id AND status = 'proposed')
      AND ${forActor(actor)} AND ${seenIn(actor, themesWith(actor, "close-execution"))}
    ORDER BY execution.closing_asked_at LIMIT ${limit}`;
}

/** Projects late on a report or a duty: each once, since the oldest. A suspended project is not pressed. */
function lateDuties(actor: Actor, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT 'duty-late', ${DOSSIER}, end_of_paris_day(duty.due_on) AS at, end_of_paris_day(duty.due_on) AS due
    FROM obligation AS duty JOIN execution ON execution.dossier_id = duty.dossier_id
    JOIN dossier d ON d.id = duty.dossier_id
    WHERE duty.done_at IS NULL AND duty.dropped_at IS NULL
      AND duty.due_on < (guichet_now() AT TIME ZONE 'Europe/Paris')::date
      AND execution.suspended_at IS NULL AND d.status = 'in-execution'
      AND NOT EXISTS (
        SELECT FROM obligation AS older
        WHERE older.dossier_id = duty.dossier_id AND older.done_at IS NULL AND older.dropped_at IS NULL
          AND (older.due_on, older.kind, older.period) < (duty.due_on, duty.kind, duty.period))
      AND ${forActor(actor)} AND ${seenIn(actor, themesWith(actor, "open-execution"))}
    ORDER BY duty.due_on LIMIT ${limit}`;
}
