import { dossierNumber } from "@/domain/dossier/number";
import { type DossierStatus, STATUS_LABELS } from "@/domain/dossier/statuses";
import { notFound } from "@/domain/errors";
import type { JsonObject } from "@/domain/evidence/canonical";
import { centsFromBigInt } from "@/domain/money";
import { type Actor, fullName, holdsFor } from "@/domain/rights/actor";
import { may, rolesWith } from "@/domain/rights/permissions";
import { THEMES } from "@/domain/themes/index";
import type { Outcome, ThemeCode } from "@/domain/themes/types";
import { routes } from "@/routes";
import { type AuditEntry, dossierChain, readChain } from "@/server/audit";
import { database } from "@/server/database/client";
import { isScoringClosed, visibleDossiers } from "@/server/visibility";
import type { DossierHeaderProps } from "@/ui/dossier-header";
import { isOfTheCarrier, isOpenDuringScoring, peopleIn, runOf, sentenceOf } from "../words";
import type { Names } from "../words/facts";

/** The rooms that read a trail: an auditor's, and the instruction's for those the permission names. */
export type AuditRoom = "auditor" | "instruction";

/** A line as it is read, or a run of savings of a draft by one person. */
export interface TrailEntry {
  key: string;
  /** Place in the chain, both the same for one line; null while the scoring keeps it secret. */
  place: { first: number; last: number } | null;
  at: Date;
  /** Instant of the last line of a run; null for one line. */
  until: Date | null;
  /** Null when the portal itself acted. */
  who: { name: string; organisation: string | null } | null;
  sentence: string;
  /** SHA-256 of the (last) line, in hexadecimal. */
  hash: string | null;
}

export type ChainState =
  | { state: "holds"; lines: number }
  /** Null when the place itself is secret: after the beginning of the scoring. */
  | { state: "broken"; line: number | null }
  /** Every line holds; how many there are is not told before the close of the scoring. */
  | { state: "holds-so-far" };

export interface DossierAudit {
  id: string;
  number: string;
  header: DossierHeaderProps;
  decisions: OpenedTrail["decisions"];
  /** Its award is followed, or was to its end. */
  followed: boolean;
  chain: ChainState;
  entries: readonly TrailEntry[];
}

/** What a trail is read from, once it is settled that the actor may. */
export interface OpenedTrail {
  dossier: { id: string; number: string; status: DossierStatus };
  /** Decisions confirmed on it, those annulled or superseded since included, latest first. */
  decisions: { id: string; outcome: Outcome; confirmedAt: Date }[];
  header: DossierHeaderProps;
  lines: AuditEntry[];
  brokenAt: number | null;
  /**
   * Index from which the scoring keeps the lines secret; null when nothing is. Others' sheets leave no trace before the
   * close, so from the beginning of the review no place, count or hash is told, whether jurors have scored or not.
   */
  secretFrom: number | null;
  /**
   * How many lines were written under a former theme whose trail the actor may not read: of them, only what the carrier
   * did is told, without place nor count. 0 where the dossier came from nowhere else.
   */
  former: number;
}

/**
 * Opens the chain of a dossier. Throws `not-found` for whoever may not read it: other roles and themes, the recused, and
 * the members of the dossier's own team, who would read there what is not notified yet.
 */
export async function openTrail(
  actor: Actor,
  number: string,
  room: AuditRoom,
): Promise<OpenedTrail> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const row = await database().dossier.findFirst({
    where: {
      AND: [
        { number },
        visibleDossiers(actor, room),
        { members: { none: { agentId: actor.agentId } } },
      ],
    },
    include: {
      carrier: { select: { name: true } },
      decisions: {
        where: { confirmedAt: { not: null } },
        select: { id: true, status: true, outcome: true, amount: true, confirmedAt: true },
        orderBy: { confirmedAt: "desc" },
      },
    },
  });
  if (!row || !may(actor, "read-audit", row.themeCode as ThemeCode)) throw notFound();
  const status = row.status as DossierStatus;
  const theme = THEMES[row.themeCode as ThemeCode];
  const granted = row.decisions.find((decision) => decision.status === "confirmed")?.amount;
  const { lines, brokenAt } = await readChain(dossierChain(row.id));
  return {
    dossier: { id: row.id, number, status },
    decisions: row.decisions.flatMap(({ id, outcome, confirmedAt }) =>
      confirmedAt ? [{ id, outcome: outcome as Outcome, confirmedAt }] : [],
    ),
    header: {
      number,
      title: row.title,
      theme: { code: theme.code, title: theme.title, href: routes.theme(theme.slug) },
      status: STATUS_LABELS[status],
      carrier: row.carrier.name,
      grant: granted
        ? { label: "Subvention accordée", cents: centsFromBigInt(granted) }
        : { label: "Subvention demandée", cents: centsFromBigInt(row.requestedGrant ?? 0n) },
    },
    lines,
    brokenAt,
    secretFrom: isScoringClosed(status) ? null : reviewOf(status, lines),
    former: room === "auditor" ? 0 : formerLines(actor, lines),
  };
}

/** How many lines lead to the last arrival from a theme whose trail is not the actor's to read, that arrival left out. */
function formerLines(actor: Actor, lines: readonly AuditEntry[]): number {
  const last = lines.findLastIndex(({ action, facts }) => {
    const from = (facts as JsonObject).fromTheme;
    if (action !== "redirect" || typeof from !== "string") return false;
    return !rolesWith("read-audit").some((role) => holdsFor(actor, role, from as ThemeCode));
  });
  return Math.max(0, last);
}

/** Acts by which a dossier leaves its former jury: what comes before is over. */
const NEW_START: readonly string[] = ["redirect", "present-anew"];

/** How many lines come before the jurors' acts: up to the beginning of the review; null when it has none. */
function reviewOf(status: DossierStatus, lines: readonly AuditEntry[]): number | null {
  const start = lines.findLastIndex(({ action }) => NEW_START.includes(action)) + 1;
  const review = lines.findIndex(({ action }, index) => index >= start && action === "review");
  if (review !== -1) return review + 1;
  // A chain that has lost its beginning of review hides all it holds.
  return status === "under-review" ? 0 : null;
}

/** The trail of a dossier as a person reads it, in order. Throws `not-found` like `openTrail`. */
export async function readDossierAudit(
  actor: Actor,
  number: string,
  room: AuditRoom,
): Promise<DossierAudit> {
  const trail = await openTrail(actor, number, room);
  const { lines, secretFrom, former } = trail;
  const past = lines.slice(0, former).filter(({ action }) => isOfTheCarrier(action));
  const end = secretFrom ?? lines.length;
  const open = [...past, ...lines.slice(former, end)];
  const during = lines.slice(end).filter(({ action }) => isOpenDuringScoring(action));
  const people = await readPeople([...open, ...during]);
  return {
    id: trail.dossier.id,
    number,
    header: trail.header,
    decisions: trail.decisions,
    followed: ["in-execution", "closed"].includes(trail.dossier.status),
    chain: chainState(trail),
    entries: [
      ...runs(open).map((run) => entryOf(run, people, former === 0)),
      ...during.map((line) => entryOf([line], people, false)),
    ],
  };
}

function chainState({ lines, brokenAt, secretFrom, former }: OpenedTrail): ChainState {
  if (brokenAt !== null) {
    const secret = former > 0 || (secretFrom !== null && brokenAt > secretFrom);
    return { state: "broken", line: secret ? null : brokenAt };
  }
  return secretFrom === null && former === 0
    ? { state: "holds", lines: lines.length }
    : { state: "holds-so-far" };
}

interface Person {
  name: string;
  organisation: string | null;
}

/** Everyone the lines speak of, by id, in one query. */
async function readPeople(lines: readonly AuditEntry[]): Promise<ReadonlyMap<string, Person>> {
  const ids = lines.flatMap(({ actorId, facts }) => [
    ...(actorId ? [actorId] : []),
    ...peopleIn(facts as JsonObject),
  ]);
  const agents = await database().agent.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      givenName: true,
      usualName: true,
      organisation: { select: { name: true } },
    },
  });
  return new Map(
    agents.map((agent) => [
      agent.id,
      { name: fullName(agent), organisation: agent.organisation?.name ?? null },
    ]),
  );
}

type Run = [AuditEntry, ...AuditEntry[]];

/** The lines one by one, and the savings of one thing by one person in a row together. */
function runs(lines: readonly AuditEntry[]): Run[] {
  const found: Run[] = [];
  for (const line of lines) {
    const run = found.at(-1);
    const kind = runOf(line.action);
    if (run && kind && run[0].actorId === line.actorId && runOf(run[0].action) === kind) {
      run.push(line);
    } else {
      found.push([line]);
    }
  }
  return found;
}

function entryOf(run: Run, people: ReadonlyMap<string, Person>, placed: boolean): TrailEntry {
  const [first] = run;
  const last = run.at(-1) ?? first;
  const names: Names = new Map([...people].map(([id, { name }]) => [id, name]));
  const unknown = { name: "Compte supprimé", organisation: null };
  return {
    key: `${first.sequence}`,
    place: placed ? { first: first.sequence, last: last.sequence } : null,
    at: first.at,
    until: run.length > 1 ? last.at : null,
    who: first.actorId === null ? null : (people.get(first.actorId) ?? unknown),
    sentence:
      run.length > 1
        ? `${runOf(first.action)} ${run.length} fois.`
        : sentenceOf(first.action, first.facts as JsonObject, names),
    hash: placed ? last.hash : null,
  };
}
