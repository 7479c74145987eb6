import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { folded } from "@/domain/rights/names";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { imposeConflicts, lockJudge } from "@/server/conflicts";
import { inTransaction, type Transaction } from "@/server/database/client";
import { fingerprint } from "@/server/fingerprint";
import { mayDeclare } from "../room";
import type { TypedLink } from "../schemas";

/**
 * Declares the actor's interests: a new declaration takes the place of the former, which stays in the record. It is
 * judged at once against the dossiers the actor holds: a conflict recuses in the same transaction. Returns from how many
 * dossiers. The log holds a fingerprint, never a link: what is declared is read by its author alone.
 */
export function declareInterests(
  actor: Actor,
  { links }: { links: readonly TypedLink[] },
): Promise<{ recused: number }> {
  if (!mayDeclare(actor)) throw notFound();
  return inTransaction(async (tx) => {
    await lockJudge(tx, actor.agentId);
    const known = await organisationsNamed(tx, links);
    const rows = links.map(({ nature, name, endedOn, detail }, index) => ({
      position: index + 1,
      nature,
      name,
      detail,
      organisationId: known.get(folded(name)) ?? null,
      endedOn: endedOn && new Date(`${endedOn}T00:00:00Z`),
    }));
    const { id } = await tx.interestDeclaration.create({
      data: { agentId: actor.agentId, links: { create: rows } },
    });
    const before = await heldBy(tx, actor);
    await imposeConflicts(tx, { agentId: actor.agentId });
    const after = await heldBy(tx, actor);
    // The general chain last: one row for the whole portal, held as short as can be.
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "declare-interests",
      facts: {
        declarationId: id,
        links: links.length,
        fingerprint: fingerprint(links.map((link) => ({ ...link }))),
      },
    });
    return { recused: before - after };
  });
}

function heldBy(tx: Transaction, { agentId }: Actor): Promise<number> {
  return tx.jurorAssignment.count({ where: { jurorId: agentId, status: "assigned" } });
}

/** Organisations of the portal by the names typed, folded; a name that two bear is told by its words alone. */
async function organisationsNamed(
  tx: Transaction,
  links: readonly TypedLink[],
): Promise<ReadonlyMap<string, string>> {
  const named = await tx.organisation.findMany({
    where: { OR: links.map(({ name }) => ({ name: { equals: name, mode: "insensitive" } })) },
    select: { id: true, name: true },
  });
  const groups = Map.groupBy(named, ({ name }) => folded(name));
  return new Map(
    [...groups].flatMap(([name, [first, ...others]]): [string, string][] =>
      first && others.length === 0 ? [[name, first.id]] : [],
    ),
  );
}
