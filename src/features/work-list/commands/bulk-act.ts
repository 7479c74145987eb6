import { BusinessError, notFound } from "@/domain/errors";
import { type CheckPoint, leftOpen } from "@/domain/evaluation/admissibility";
import type { Actor } from "@/domain/rights/actor";
import { themesWith } from "@/domain/rights/permissions";
import { admitWithin, type Settled } from "@/server/admission";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { database, inTransaction, type Transaction } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import { BULK_WORDS, type BulkAct } from "../bulk";
import type { BulkInput } from "../schemas";
import { addLabelWithin, assignWithin, removeLabelWithin } from "./follow-up";

/** What an act asks on one of its dossiers. `together` is the act's id where it holds several. */
interface Asked {
  number: string;
  value: string;
  together: string | null;
}
type Verb = (tx: Transaction, actor: Actor, asked: Asked) => Promise<void>;

/** Each act is the command of one dossier, with its rights, its sight and its line in the log. */
const VERBS: Readonly<Record<BulkAct, Verb>> = {
  assign: (tx, actor, { number, value: assignee, together }) =>
    assignWithin(tx, actor, { number, assignee }, together),
  "add-label": (tx, actor, { number, value: label }) =>
    addLabelWithin(tx, actor, { number, label }),
  "remove-label": (tx, actor, { number, value: label }) =>
    removeLabelWithin(tx, actor, { number, label }),
  admit: (tx, actor, { number }) => admitWithin(tx, actor, number, completeAlone),
};

/** Whoever ticks a dossier says that it is complete; a point the rules leave open is settled on its own page. */
function completeAlone(points: readonly CheckPoint[]): Settled {
  const open = leftOpen(points).length;
  if (open > 0) {
    throw new BusinessError(
      "incomplete",
      `Les règles laissent ${open}\u00A0point${open > 1 ? "s" : ""} à trancher\u00A0: vérifiez la recevabilité de ce dossier à part.`,
    );
  }
  return { answers: Object.fromEntries(points.map(({ key }) => [key, "yes"])), reason: "" };
}

/**
 * Does an act on several dossiers, each in a transaction of its own: a refusal is kept beside its dossier and stops no
 * other. The same key does nothing twice: what it left undone is gone on with, the rest stays as it was. Returns the id of
 * the act. Throws `replayed-with-other-content` when the key was used for something else.
 */
export async function runBulkAct(actor: Actor, input: BulkInput): Promise<string> {
  if (themesWith(actor, BULK_WORDS[input.act].permission).length === 0) throw notFound();
  await inTransaction((tx) => openAct(tx, actor, input));
  return resumeBulkAct(actor, { id: input.key });
}

/** Goes on with an act of the actor's that was cut, line by line. */
export async function resumeBulkAct(actor: Actor, { id }: { id: string }): Promise<string> {
  const act = await database().bulkAct.findFirst({
    where: { id, agentId: actor.agentId },
    select: {
      act: true,
      value: true,
      _count: { select: { lines: true } },
      lines: {
        where: { outcome: "pending" },
        select: { dossierId: true, dossier: { select: { number: true } } },
        orderBy: { position: "asc" },
      },
    },
  });
  if (!act) throw notFound();
  const verb = VERBS[act.act as BulkAct];
  const { value, _count } = act;
  const together = _count.lines > 1 ? id : null;
  for (const { dossierId, dossier } of act.lines) {
    const line = { actId: id, dossierId };
    await settle(line, (tx) => verb(tx, actor, { number: dossier.number, value, together }));
  }
  return id;
}

/** Writes the act and its lines once, on the dossiers the actor sees. */
async function openAct(tx: Transaction, actor: Actor, input: BulkInput): Promise<void> {
  const { key: id, act, value } = input;
  const seen = await tx.dossier.findMany({
    where: {
      AND: [{ number: { in: input.dossiers } }, visibleDossiers(actor, "instruction")],
    },
    select: { id: true, number: true },
    orderBy: { number: "asc" },
  });
  // Waits for whoever sends the same form at the same time.
  const made = await tx.$executeRaw`
    INSERT INTO bulk_act (id, agent_id, act, value) VALUES (${id}::uuid, ${actor.agentId}::uuid, ${act}, ${value})
    ON CONFLICT (id) DO NOTHING`;
  if (made === 0) return requireSame(tx, actor, input, seen);
  if (seen.length === 0) throw notFound();
  await tx.bulkActLine.createMany({
    data: seen.map((dossier, position) => ({ actId: id, dossierId: dossier.id, position })),
  });
  await recordFact(tx, {
    chain: GENERAL_CHAIN,
    actorId: actor.agentId,
    action: "bulk-act",
    facts: { id, act, value, dossiers: seen.map((dossier) => dossier.id) },
  });
}

async function requireSame(
  tx: Transaction,
  actor: Actor,
  { key, act, value, dossiers }: BulkInput,
  seen: readonly { id: string }[],
): Promise<void> {
  const known = await tx.bulkAct.findUniqueOrThrow({
    where: { id: key },
    include: { lines: { select: { dossierId: true, dossier: { select: { number: true } } } } },
  });
  if (known.agentId !== actor.agentId) throw notFound();
  const ids = new Set(known.lines.map(({ dossierId }) => dossierId));
  const isSame =
    known.act === act &&
    known.value === value &&
    // A dossier may have left the actor's sight since.
    known.lines.every(({ dossier }) => dossiers.includes(dossier.number)) &&
    seen.every(({ id }) => ids.has(id));
  if (isSame) return;
  throw new BusinessError(
    "replayed-with-other-content",
    "Ce formulaire a déjà servi pour une autre action\u00A0: rechargez la page, puis recommencez.",
  );
}

type LineKey = { actId: string; dossierId: string };

/** One dossier: its command and its outcome together, or the reason of the refusal. */
async function settle(line: LineKey, work: (tx: Transaction) => Promise<void>): Promise<void> {
  const pending = { ...line, outcome: "pending" };
  try {
    await inTransaction(async (tx) => {
      // Taken first: of two who go on with the same act, one does each line.
      const { count } = await tx.bulkActLine.updateMany({
        where: pending,
        data: { outcome: "done" },
      });
      if (count === 1) await work(tx);
    });
  } catch (error) {
    if (!(error instanceof BusinessError) || error.code === "unavailable") throw error;
    await database().bulkActLine.updateMany({
      where: pending,
      data: { outcome: "refused", reason: error.message },
    });
  }
}
