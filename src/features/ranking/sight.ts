import { decidableFrom } from "@/domain/dossier/transitions";
import { notFound } from "@/domain/errors";
import { type Actor, themesHeld } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { database, type Transaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import type { RankingScope } from "@/server/ranking";
import { INSTRUCTION } from "@/server/visibility";
import { dossiersApart } from "@/server/visibility-sql";

/** How an actor stands before a ranking: `apart` when they have a part in one of its dossiers. */
type Sight = "whole" | "apart";

/**
 * Whether the actor may read the ranking of a scope. Comparing the others decides the rank of the one they are recused
 * from: they then read nothing of it (docs/decisions/2026-11-28-ranking.md). Throws `not-found` to whoever does not
 * examine the theme.
 */
export async function readSight(
  actor: Actor,
  scope: RankingScope,
  tx: Transaction = database(),
): Promise<{ sight: Sight; themeCode: ThemeCode }> {
  const call = await tx.call.findUnique({
    where: { id: scope.callId },
    select: {
      themeCode: true,
      rounds: { where: { id: scope.roundId ?? scope.callId }, select: { id: true } },
    },
  });
  if (!call || (scope.roundId !== null && call.rounds.length === 0)) throw notFound();
  const themeCode = call.themeCode as ThemeCode;
  const themes = themesHeld(actor, INSTRUCTION);
  if (themes !== "all" && !themes.includes(themeCode)) throw notFound();
  return { sight: (await isApart(actor, scope, themeCode, tx)) ? "apart" : "whole", themeCode };
}

/**
 * Whether the actor has a part in one of the dossiers ranked. These are read by their own index and looked up among the
 * actor's, read once: joined, each of the actor's would be fetched.
 */
async function isApart(
  actor: Actor,
  { callId, roundId }: RankingScope,
  themeCode: ThemeCode,
  tx: Transaction,
): Promise<boolean> {
  const ofRound = roundId === null ? Prisma.sql`IS NULL` : Prisma.sql`= ${roundId}::uuid`;
  const statuses = [...decidableFrom(THEMES[themeCode].selection)];
  const [row] = await tx.$queryRaw<{ apart: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM dossier d
      WHERE d.call_id = ${callId}::uuid AND d.round_id ${ofRound} AND d.status = ANY (${statuses}::text[])
        AND d.filed_at IS NOT NULL AND (d.id IN (${dossiersApart(actor, "instruction")})) IS TRUE) AS apart`;
  return row?.apart ?? true;
}

/** Throws `not-found` unless the actor reads the whole ranking. */
export async function requireWhole(
  actor: Actor,
  scope: RankingScope,
  tx: Transaction,
): Promise<ThemeCode> {
  const { sight, themeCode } = await readSight(actor, scope, tx);
  if (sight === "apart") throw notFound();
  return themeCode;
}

/** The scope a form posts. */
export function scopeOf(input: { call: string; round: string }): RankingScope {
  return { callId: input.call, roundId: input.round === "" ? null : input.round };
}
