import { BusinessError, notFound } from "@/domain/errors";
import { applied, type RankedRow, withNewcomers } from "@/domain/evaluation/ranked-list";
import type { Actor } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { KEPT_ROWS, keptRows, type RankingScope } from "@/server/ranking";
import { keepChange, lockRanking, writeRows } from "../locked-ranking";
import type { SaveScenarioInput, ScenarioInput, ScoresOrderInput } from "../schemas";

/** Scenarios a ranking may hold. */
const MOST_SCENARIOS = 20;

/**
 * Keeps the ranking as it stands under a name. Throws `invalid-input` when the name is taken, `incomplete` when there are
 * too many.
 */
export function saveScenario(actor: Actor, input: SaveScenarioInput): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const { ranking } = await lockRanking(tx, actor, input);
    const { callId, roundId } = ranking.scope;
    const names = await tx.ranking.findMany({
      where: { callId, roundId, NOT: { name: "" } },
      select: { name: true },
    });
    if (names.some(({ name }) => name.toLowerCase() === input.name.toLowerCase())) {
      const message = `Un scénario s’appelle déjà «\u00A0${input.name}\u00A0»\u00A0: choisissez un autre nom.`;
      throw new BusinessError("invalid-input", message, [{ path: "name", message }]);
    }
    if (names.length >= MOST_SCENARIOS) {
      throw new BusinessError(
        "incomplete",
        `Ce classement a déjà ${MOST_SCENARIOS} scénarios\u00A0: supprimez-en un d’abord.`,
      );
    }
    const { id } = await tx.ranking.create({
      data: { callId, roundId, name: input.name, createdById: actor.agentId },
    });
    await writeRows(tx, id, ranking.whole);
    await record(tx, actor, ranking.scope, "save-scenario", { scenarioId: id, name: input.name });
    return { id };
  });
}

/** Takes the order, amounts and places of a scenario for the ranking worked on: one change, which can be taken back. */
export function adoptScenario(actor: Actor, input: ScenarioInput): Promise<{ name: string }> {
  return inTransaction(async (tx) => {
    const locked = await lockRanking(tx, actor, input, "read");
    const { scope, rows, byScore } = locked.ranking;
    const scenario = await scenarioOf(tx, scope, input.scenario);
    const to = activeOf(rows, withNewcomers(keptRows(scenario.rows), byScore));
    const change = { kind: "all" as const, scenario: scenario.name, from: rows, to };
    await keepChange(tx, actor, locked, { rows: applied(rows, change), change });
    await record(tx, actor, scope, "adopt-scenario", {
      scenarioId: scenario.id,
      name: scenario.name,
    });
    return { name: scenario.name };
  });
}

/** Takes the order of the scores back, each dossier at its computed grant: one change, which can be taken back. */
export function takeScoresOrder(actor: Actor, input: ScoresOrderInput): Promise<void> {
  return inTransaction(async (tx) => {
    const locked = await lockRanking(tx, actor, input, "read");
    const { rows, byScore } = locked.ranking;
    const change = { kind: "all" as const, scenario: "", from: rows, to: byScore };
    await keepChange(tx, actor, locked, { rows: applied(rows, change), change });
  });
}

/** Deletes a scenario. The ranking worked on keeps what was taken from it. */
export function deleteScenario(actor: Actor, input: ScenarioInput): Promise<{ name: string }> {
  return inTransaction(async (tx) => {
    const { ranking } = await lockRanking(tx, actor, input);
    const { id, name } = await scenarioOf(tx, ranking.scope, input.scenario);
    await tx.rankingRow.deleteMany({ where: { rankingId: id } });
    await tx.ranking.delete({ where: { id } });
    await record(tx, actor, ranking.scope, "delete-scenario", { scenarioId: id, name });
    return { name };
  });
}

async function scenarioOf(tx: Transaction, { callId, roundId }: RankingScope, id: string) {
  const scenario = await tx.ranking.findFirst({
    where: { id, callId, roundId, NOT: { name: "" } },
    include: { rows: KEPT_ROWS },
  });
  if (!scenario) throw notFound();
  return scenario;
}

/** Of a list, the rows still to decide. */
function activeOf(active: readonly RankedRow[], list: readonly RankedRow[]): RankedRow[] {
  const numbers = new Set(active.map(({ dossier }) => dossier));
  return list.filter(({ dossier }) => numbers.has(dossier));
}

function record(
  tx: Transaction,
  actor: Actor,
  { callId, roundId }: RankingScope,
  action: string,
  facts: { scenarioId: string; name: string },
): Promise<void> {
  return recordFact(tx, {
    chain: GENERAL_CHAIN,
    actorId: actor.agentId,
    action,
    facts: { callId, roundId, ...facts },
  });
}
