import { REDIRECTABLE } from "@/domain/dossier/redirection";
import { silenceAt } from "@/domain/evaluation/appeal";
import type { Actor } from "@/domain/rights/actor";
import { themesWith } from "@/domain/rights/permissions";
import { database, PLANNED_EACH_TIME } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { visibleDossiersSql, visibleInThemes } from "@/server/visibility-sql";
import { afterAward } from "./after-award";
import { isArbitrated, type Kind, type Piece, piecesFor, WORDS } from "./kinds";
import { DOSSIER, forActor, seenIn } from "./parts";

/** One thing that waits for the reader. */
export interface AwaitingLine {
  key: string;
  kind: Kind;
  /** Null for what belongs to a sitting and to no dossier. */
  number: string | null;
  /** Of the project, or of the sitting. */
  title: string;
  themeCode: string;
  href: string;
  /** Until when; null where no date presses. */
  due: Date | null;
  /** Since when it waits. */
  at: Date;
}

export interface Awaiting {
  lines: readonly AwaitingLine[];
  /** Whether more waits than is shown. */
  more: boolean;
}

/** Lines shown: the nearest ones are a morning's work. */
export const MOST_AWAITING = 12;
const LIMIT = MOST_AWAITING + 1;

interface Row {
  kind: Kind;
  row: string;
  number: string | null;
  title: string;
  themeCode: string;
  at: Date;
  due: Date | null;
}

/**
 * What waits for the actor, the nearest deadline first, then what has waited longest: one statement whatever the number
 * of dossiers, each kind read from its own index until it has enough. A dossier entrusted to somebody else waits for that
 * person. What the actor may not see is neither told nor counted.
 */
export async function readAwaiting(actor: Actor): Promise<Awaiting> {
  const kinds = [
    advancing(actor, piecesFor(actor)),
    lateComplements(actor),
    messages(actor),
    redirections(actor),
    missingSheets(actor),
    decisions(actor),
    arbitrated(actor),
    notifications(actor),
    appeals(actor),
    ...afterAward(actor, LIMIT),
  ];
  const rows = await database().$queryRaw<Row[]>`${PLANNED_EACH_TIME}
    ${Prisma.join(
      kinds.map((kind) => Prisma.sql`(${kind})`),
      " UNION ALL ",
    )}`;
  const lines = rows.map(lineOf).sort(byUrgency);
  return { lines: lines.slice(0, MOST_AWAITING), more: lines.length > MOST_AWAITING };
}

function lineOf({ row, due, ...line }: Row): AwaitingLine {
  return {
    ...line,
    key: `${line.kind} ${row} ${line.number}`,
    href: WORDS[line.kind].href({ number: line.number ?? "", row }),
    due: line.kind === "appeal" ? silenceAt(line.at) : due,
  };
}

function byUrgency(one: AwaitingLine, other: AwaitingLine): number {
  const far = Number.MAX_SAFE_INTEGER;
  const due = (one.due?.getTime() ?? far) - (other.due?.getTime() ?? far);
  return due === 0 ? one.at.getTime() - other.at.getTime() : due;
}

/** Entrusted to the actor or to nobody yet, in two halves, each read by its own index. */
const apart = ({ agentId }: Actor, half: (whose: Prisma.Sql) => Prisma.Sql) =>
  Prisma.sql`${half(Prisma.sql`d.assignee_id IS NULL`)} UNION ALL ${half(Prisma.sql`d.assignee_id = ${agentId}::uuid`)}`;

/**
 * Dossiers whose next act is the instruction's; one proposed to another theme waits for its answer. Each theme and status is walked from its oldest filing on, nobody's and the
 * actor's apart: a jury's date follows the filings, so the nearest are among them.
 */
function advancing(actor: Actor, pieces: readonly Piece[]): Prisma.Sql {
  const oldest = (whose: Prisma.Sql) => Prisma.sql`
    (SELECT d.id, d.number, d.title, d.theme_code, d.filed_at FROM dossier d
    WHERE d.theme_code = piece.theme AND d.status = piece.status AND ${whose}
      AND ${visibleInThemes(actor, "instruction")}
      AND (piece.kind <> 'propose' OR NOT EXISTS (
        SELECT FROM decision WHERE decision.dossier_id = d.id AND decision.status IN ('proposed', 'confirmed')))
      AND NOT EXISTS (SELECT FROM redirection WHERE redirection.dossier_id = d.id AND redirection.status = 'proposed')
    ORDER BY d.filed_at LIMIT ${LIMIT})`;
  return Prisma.sql`
    SELECT CASE WHEN answer.at IS NULL THEN piece.kind ELSE 'complements' END AS kind, ${DOSSIER},
      coalesce(answer.at, d.filed_at) AS at,
      (SELECT min(due_at) FROM dossier_deadline WHERE dossier_deadline.dossier_id = d.id) AS due
    FROM unnest(${pieces.map(({ kind }) => kind)}::text[], ${pieces.map(({ theme }) => theme)}::text[],
      ${pieces.map(({ status }) => status)}::text[]) AS piece(kind, theme, status)
    CROSS JOIN LATERAL (${apart(actor, oldest)}) AS d
    LEFT JOIN LATERAL (
      SELECT request.ended_at AS at FROM complement_request AS request
      WHERE piece.kind = 'admissibility' AND request.dossier_id = d.id AND request.status = 'answered'
        AND request.filing_version = (SELECT max(version) FROM filing WHERE filing.dossier_id = d.id)
      LIMIT 1) AS answer ON true
    ORDER BY due NULLS LAST, at LIMIT ${LIMIT}`;
}

/** The carrier has not answered within the delay: somebody says whether it is waited for. */
function lateComplements(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 'complements-late', ${DOSSIER}, request.requested_at AS at, request.due_at AS due
    FROM complement_request AS request JOIN dossier d ON d.id = request.dossier_id
    WHERE request.status = 'open' AND request.due_at < guichet_now() AND d.status = 'complement-requested'
      AND ${forActor(actor)} AND ${seenIn(actor, themesWith(actor, "request-complement"))}
    ORDER BY request.due_at LIMIT ${LIMIT}`;
}

/** The carrier wrote, and nobody has answered nor said that no answer is needed. */
function messages(actor: Actor): Prisma.Sql {
  const oldest = (whose: Prisma.Sql) => Prisma.sql`
    (SELECT d.id, d.number, d.title, d.theme_code, d.carrier_wrote_at FROM dossier d
    WHERE d.carrier_wrote_at IS NOT NULL AND ${whose} AND ${visibleDossiersSql(actor, "exchanges")}
    ORDER BY d.carrier_wrote_at LIMIT ${LIMIT})`;
  return Prisma.sql`
    SELECT 'message', ${DOSSIER}, d.carrier_wrote_at AS at, NULL::timestamptz AS due
    FROM (${apart(actor, oldest)}) AS d
    ORDER BY d.carrier_wrote_at LIMIT ${LIMIT}`;
}

/** Another theme proposes a dossier to the actor's own: somebody else than who proposed it answers. */
function redirections(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 'redirection', d.id::text AS row, d.number, d.title, redirection.to_theme,
      redirection.proposed_at AS at, NULL::timestamptz AS due
    FROM redirection JOIN dossier d ON d.id = redirection.dossier_id
    WHERE redirection.status = 'proposed' AND redirection.proposed_by_id <> ${actor.agentId}::uuid
      AND redirection.to_theme = ANY (${[...themesWith(actor, "answer-redirection")]}::text[])
      AND d.status = ANY (${[...REDIRECTABLE]}::text[]) AND ${visibleInThemes(actor, "instruction")}
    ORDER BY redirection.proposed_at LIMIT ${LIMIT}`;
}

/**
 * Sittings before which sheets are missing, on dossiers the actor sees. Which dossier and whose sheet is nobody's to read
 * before the close.
 */
function missingSheets(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 'sheets', session.id::text AS row, NULL, session.label, session.theme_code,
      end_of_paris_day(session.held_on) AS at, coalesce(session.starts_at, end_of_paris_day(session.held_on)) AS due
    FROM jury_session AS session
    WHERE session.theme_code = ANY (${[...themesWith(actor, "close-scoring")]}::text[])
      AND session.scoring_closed_at IS NULL AND session.ended_at IS NULL
      -- Looked at item by item, up to the first sheet missing: joined, every agenda and every sheet would be read.
      AND (
        SELECT true FROM session_item AS item CROSS JOIN LATERAL (
          SELECT FROM dossier d CROSS JOIN LATERAL (
            SELECT FROM juror_assignment AS assignment
            WHERE assignment.dossier_id = d.id AND assignment.status = 'assigned'
              AND (SELECT submitted_at FROM score_sheet AS sheet WHERE sheet.assignment_id = assignment.id) IS NULL LIMIT 1) AS missing
          WHERE d.id = item.dossier_id AND d.status IN ('under-review', 'heard')
            AND ${visibleInThemes(actor, "instruction")} LIMIT 1) AS waiting
        WHERE item.session_id = session.id LIMIT 1)
    ORDER BY due LIMIT ${LIMIT}`;
}

/** Proposals of somebody else to confirm; where the minister arbitrates, those to submit to him. */
function decisions(actor: Actor): Prisma.Sql {
  const confirmed = themesWith(actor, "confirm-decision").filter((theme) => !isArbitrated(theme));
  const submitted = themesWith(actor, "submit-arbitration").filter(isArbitrated);
  return Prisma.sql`
    SELECT CASE WHEN d.theme_code = ANY (${submitted}::text[]) THEN 'submit' ELSE 'confirm' END, ${DOSSIER},
      decision.proposed_at AS at, NULL::timestamptz AS due
    FROM decision JOIN dossier d ON d.id = decision.dossier_id
    WHERE decision.status = 'proposed' AND ${seenIn(actor, [...confirmed, ...submitted])}
      AND (decision.proposed_by_id <> ${actor.agentId}::uuid OR d.theme_code = ANY (${submitted}::text[]))
      AND NOT EXISTS (
        SELECT FROM arbitration_line AS line WHERE line.decision_id = decision.id AND line.answer <> 'returned')
    ORDER BY decision.proposed_at LIMIT ${LIMIT}`;
}

function arbitrated(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 'arbitrate', line.list_id::text AS row, d.number, d.title, d.theme_code,
      list.submitted_at AS at, NULL::timestamptz AS due
    FROM decision JOIN dossier d ON d.id = decision.dossier_id
    JOIN arbitration_line AS line ON line.decision_id = decision.id JOIN arbitration_list AS list ON list.id = line.list_id
    WHERE decision.status = 'proposed' AND line.answer = 'pending'
      AND ${seenIn(actor, themesWith(actor, "arbitrate"))}
    ORDER BY list.submitted_at LIMIT ${LIMIT}`;
}

/** Confirmed, and nobody has chosen when the carrier is told. */
function notifications(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 'notify', ${DOSSIER}, decision.confirmed_at AS at, NULL::timestamptz AS due
    FROM decision JOIN dossier d ON d.id = decision.dossier_id
    WHERE decision.status = 'confirmed' AND decision.notified_at IS NULL AND decision.notify_at IS NULL
      AND ${forActor(actor)} AND ${seenIn(actor, themesWith(actor, "notify-decision"))}
    ORDER BY decision.confirmed_at LIMIT ${LIMIT}`;
}

/** Appeals to register, then to examine by others than those who decided; their deadline is that of silence. */
function appeals(actor: Actor): Prisma.Sql {
  const me = Prisma.sql`${actor.agentId}::uuid`;
  const at = (status: string, themes: readonly string[]) =>
    Prisma.sql`(appeal.status = ${status} AND d.theme_code = ANY (${[...themes]}::text[]))`;
  const isStranger = Prisma.sql`
    decision.proposed_by_id IS DISTINCT FROM ${me} AND decision.confirmed_by_id IS DISTINCT FROM ${me}
    AND (appeal.decision_id IS NOT NULL OR NOT EXISTS (
      SELECT FROM audit_line AS line
      WHERE line.chain = 'dossier:' || d.id AND line.action = 'set-aside' AND line.actor_id = ${me}))`;
  return Prisma.sql`
    SELECT 'appeal', ${DOSSIER}, appeal.filed_at AS at, NULL::timestamptz AS due
    FROM appeal JOIN dossier d ON d.id = appeal.dossier_id LEFT JOIN decision ON decision.id = appeal.decision_id
    WHERE appeal.decided_at IS NULL AND ${seenIn(actor, themesWith(actor, "examine-appeal"))}
      AND (${at("filed", themesWith(actor, "register-appeal"))} OR (${isStranger} AND (
        ${at("registered", themesWith(actor, "examine-appeal"))}
        OR (${at("proposed", themesWith(actor, "decide-appeal"))} AND appeal.proposed_by_id <> ${me}))))
    ORDER BY appeal.filed_at LIMIT ${LIMIT}`;
}
