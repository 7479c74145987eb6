import "server-only";
import { type MessageSide, otherSide } from "@/domain/dossier/exchanges";
import type { Actor } from "@/domain/rights/actor";
import { rolesWith } from "@/domain/rights/permissions";
import type { ThemeCode } from "@/domain/themes/types";
import { database, type Transaction } from "./database/client";
import { Prisma } from "./database/generated/client";
import { themeAgents } from "./recipients";
import { visibleDossiersSql, visibleThemes } from "./visibility-sql";

/** A message of the other side that the reader has not read, on rows `message` and `dossier_id`. */
function unreadBy(agentId: string, side: MessageSide): Prisma.Sql {
  return Prisma.sql`message.side = ${otherSide(side)} AND message.at > coalesce((
    SELECT read_at FROM message_reading
    WHERE message_reading.dossier_id = message.dossier_id AND agent_id = ${agentId}::uuid), '-infinity')`;
}

/**
 * How many messages of the other side a person has not read, by dossier, in one statement; none is absent. Of dossiers
 * already seen through the person's visibility.
 */
export async function unreadMessages(
  actor: Actor,
  side: MessageSide,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database().$queryRaw<{ id: string; unread: number }[]>`
    SELECT message.dossier_id AS id, count(*)::int AS unread FROM dossier_message AS message
    WHERE message.dossier_id = ANY (${[...dossierIds]}::uuid[]) AND ${unreadBy(actor.agentId, side)}
    GROUP BY message.dossier_id`;
  return new Map(rows.map(({ id, unread }) => [id, unread]));
}

/** What those who examine a dossier read of its exchanges at a glance. */
export interface ExchangesAtGlance {
  /** Messages of the carrier that the reader has not read. */
  unread: number;
  /** Since when a message of the carrier waits for an answer; null when none does. */
  waitsSince: Date | null;
  notes: number;
}

/** The exchanges of the dossiers that the actor may read them of, in one statement; the others are absent. */
export async function glanceAtExchanges(
  actor: Actor,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, ExchangesAtGlance>> {
  const themes = [...visibleThemes(actor, "exchanges")];
  const rows = await database().$queryRaw<(ExchangesAtGlance & { id: string })[]>`
    SELECT d.id, d.carrier_wrote_at AS "waitsSince",
      (SELECT count(*)::int FROM internal_note
        WHERE internal_note.dossier_id = d.id AND internal_note.theme_code = ANY (${themes}::text[])) AS notes,
      (SELECT count(*)::int FROM dossier_message AS message
        WHERE message.dossier_id = d.id AND ${unreadBy(actor.agentId, "instruction")}) AS unread
    FROM dossier d
    WHERE d.id = ANY (${[...dossierIds]}::uuid[]) AND ${visibleDossiersSql(actor, "exchanges")}`;
  return new Map(rows.map(({ id, ...glance }) => [id, glance]));
}

/**
 * Whom a message of the carrier is told to: who instructs the dossier, while they may still read it; else every owner
 * and instructor of its theme. Nobody who has a part in the dossier, as its juror or in its team.
 */
export async function readersOfCarrier(
  tx: Transaction,
  dossier: { id: string; themeCode: ThemeCode; assigneeId: string | null },
): Promise<string[]> {
  const { id, themeCode, assigneeId } = dossier;
  const roles = rolesWith("exchange").filter((role) => role !== "secretary");
  const [held, aside] = await Promise.all([
    themeAgents(tx, themeCode, roles),
    tx.$queryRaw<{ id: string }[]>`
      SELECT juror_id AS id FROM juror_assignment WHERE dossier_id = ${id}::uuid
      UNION SELECT agent_id FROM dossier_member WHERE dossier_id = ${id}::uuid`,
  ]);
  const readers = held.filter((agentId) => aside.every((each) => each.id !== agentId));
  return assigneeId !== null && readers.includes(assigneeId) ? [assigneeId] : readers;
}
