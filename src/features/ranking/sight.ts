import { notFound } from "@/domain/errors";
import { type Actor, themesHeld } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { database, type Transaction } from "@/server/database/client";
import { decidableIn, type RankingScope } from "@/server/ranking";
import { INSTRUCTION, visibleDossiers } from "@/server/visibility";

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
  const ranked = decidableIn(scope, themeCode);
  const hidden = await tx.dossier.count({
    where: { AND: [ranked, { NOT: visibleDossiers(actor, "instruction") }] },
  });
  return { sight: hidden > 0 ? "apart" : "whole", themeCode };
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
