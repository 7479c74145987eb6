import { addDays, endOfDay, parisDay } from "@/domain/calendar";
import { searchTerms } from "@/domain/dossier/search";
import type { Actor } from "@/domain/rights/actor";
import { Prisma } from "@/server/database/generated/client";
import {
  dossiersApart,
  visibleDossiersSql,
  visibleInThemes,
  visibleThemes,
} from "@/server/visibility-sql";
import type { Due, ListFilters, VisaFilter } from "../filters";
import { viewOf } from "../views";

/** Which dossiers a list holds, in pieces a statement is made of. Conditions are on a row `d` of `dossier`. */
export interface Selection {
  themes: readonly string[];
  /** Null: every status. */
  statuses: readonly string[] | null;
  /** What holds few dossiers as a rule, found from its own table: each a query of `dossier_id`. */
  narrow: readonly Prisma.Sql[];
  /** What is looked at on the row itself. */
  where: Prisma.Sql;
  /**
   * Where words alone select, the dossiers they may find and the actor does not see: the others are counted without
   * being looked at. Null where anything else selects.
   */
  wordsBut: Prisma.Sql | null;
}

/** What the filters of a list select among the dossiers the actor examines. */
export function selectionOf(actor: Actor, filters: ListFilters, now: Date): Selection {
  const view = viewOf(filters.view);
  const { theme, status, search, label, due } = filters;
  const themes = visibleThemes(actor, "instruction").filter(
    (code) => theme === null || code === theme,
  );
  const own = [
    ...(view.waiting ? [waiting(actor)] : []),
    ...[view.assignee, filters.assignee].flatMap((one) => (one ? [assignedTo(one, actor)] : [])),
    ...conditionsOf(filters, now),
  ];
  const statuses = status ? [status] : view.statuses;
  const isWordsAlone = search && !label && !due && statuses === null && own.length === 0;
  return {
    themes,
    statuses,
    narrow: [
      ...(search ? [found(search, themes)] : []),
      ...(label ? [labelled(label)] : []),
      ...(due ? [dueWithin(due, now)] : []),
    ],
    where: Prisma.join([visibleInThemes(actor, "instruction"), ...own], " AND "),
    wordsBut: isWordsAlone ? dossiersApart(actor, "instruction") : null,
  };
}

function conditionsOf(filters: ListFilters, now: Date): Prisma.Sql[] {
  const { age, visa, ministryId, grantFrom, grantTo } = filters;
  return [
    age && Prisma.sql`d.filed_at <= ${endOfDay(addDays(parisDay(now), -age))}`,
    visa && visaIs(visa, now),
    ministryId && Prisma.sql`d.ministry_id = ${ministryId}::uuid`,
    grantFrom !== null && Prisma.sql`d.requested_grant >= ${BigInt(grantFrom)}`,
    grantTo !== null && Prisma.sql`d.requested_grant <= ${BigInt(grantTo)}`,
  ].filter((condition) => condition instanceof Prisma.Sql);
}

function assignedTo(assignee: string, actor: Actor): Prisma.Sql {
  if (assignee === "personne") return Prisma.sql`d.assignee_id IS NULL`;
  return Prisma.sql`d.assignee_id = ${assignee === "moi" ? actor.agentId : assignee}::uuid`;
}

/** The words of the dossier, in French whatever its accents and endings. Only signs typed: nothing is found. */
function found(search: string, themes: readonly string[]): Prisma.Sql {
  const { words, numbers } = searchTerms(search);
  const parts = [
    ...(words ? [Prisma.sql`to_tsquery('guichet_french', ${words})`] : []),
    ...(numbers ? [Prisma.sql`${numbers}::tsquery`] : []),
  ];
  return parts.length === 0
    ? Prisma.sql`SELECT dossier_id FROM dossier_text WHERE false`
    : Prisma.sql`SELECT dossier_id FROM dossier_text
        WHERE words @@ (${Prisma.join(parts, " && ")}) AND theme_code = ANY (${[...themes]}::text[])`;
}

const labelled = (label: string) =>
  Prisma.sql`SELECT dossier_id FROM dossier_label WHERE lower(name) = lower(${label})`;

/** What the carrier wrote waits for an answer: told to whoever reads its messages. */
const waiting = (actor: Actor) =>
  Prisma.sql`d.carrier_wrote_at IS NOT NULL AND ${visibleDossiersSql(actor, "exchanges")}`;

/** The deadlines of the database's view `dossier_deadline`. */
function dueWithin(due: Due, now: Date): Prisma.Sql {
  const until =
    due === "depassee"
      ? Prisma.sql`due_at < ${now}`
      : Prisma.sql`due_at BETWEEN ${now} AND ${endOfDay(addDays(parisDay(now), Number(due)))}`;
  return Prisma.sql`SELECT dossier_id FROM dossier_deadline WHERE ${until}`;
}

/** As `visaStatusAt`: silence is information from the end of the delay. */
function visaIs(visa: VisaFilter, now: Date): Prisma.Sql {
  const which = (condition: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT FROM visa WHERE visa.dossier_id = d.id AND ${condition})`;
  switch (visa) {
    case "sans-objet":
      return Prisma.sql`NOT ${which(Prisma.sql`true`)}`;
    case "awaited":
      return which(Prisma.sql`visa.status = 'awaited' AND coalesce(visa.tacit_at >= ${now}, true)`);
    case "recorded":
      return which(
        Prisma.sql`(visa.status = 'recorded' OR visa.status = 'awaited' AND visa.tacit_at < ${now})`,
      );
    default:
      return which(Prisma.sql`visa.status = ${visa}`);
  }
}
