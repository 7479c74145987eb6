import { BusinessError, notFound } from "@/domain/errors";
import { type Actor, themesHeld } from "@/domain/rights/actor";
import { inTransaction, type Transaction } from "@/server/database/client";
import { INSTRUCTION } from "@/server/visibility";
import { savedQuery } from "../filters";
import { filtersOf } from "../queries/list";
import type { SavedView } from "../queries/saved-views";
import type { DeleteViewInput, RenameViewInput, SaveViewInput, UpdateViewInput } from "../schemas";

/** Views a person may keep: each is counted whenever the list is read. */
export const MOST_VIEWS = 20;

const VIEW = { id: true, name: true, query: true } as const;

/** Keeps filters, columns and order under a name, for the actor alone. */
export function saveView(actor: Actor, { name, query }: SaveViewInput): Promise<SavedView> {
  return inTransaction(async (tx) => {
    if (themesHeld(actor, INSTRUCTION).length === 0) throw notFound();
    const known = await ownNames(tx, actor);
    if (known.size >= MOST_VIEWS) {
      throw new BusinessError(
        "invalid-input",
        `Vous avez déjà ${MOST_VIEWS}\u00A0vues\u00A0: supprimez-en une, puis recommencez.`,
      );
    }
    requireNew(known, name);
    return tx.savedView.create({
      data: { agentId: actor.agentId, name, query: canonical(query) },
      select: VIEW,
    });
  });
}

/** Gives a view the filters, columns and order now shown. */
export function updateView(actor: Actor, { id, query }: UpdateViewInput): Promise<SavedView> {
  return inTransaction((tx) => change(tx, actor, id, { query: canonical(query) }));
}

export function renameView(actor: Actor, { id, name }: RenameViewInput): Promise<SavedView> {
  return inTransaction(async (tx) => {
    const known = await ownNames(tx, actor);
    if (known.get(name) !== id) requireNew(known, name);
    return change(tx, actor, id, { name });
  });
}

/** Forgets a view. Returns what it was, for the list to show its dossiers still. */
export function deleteView(actor: Actor, { id }: DeleteViewInput): Promise<SavedView> {
  return inTransaction(async (tx) => {
    const view = await tx.savedView.findFirst({
      where: { id, agentId: actor.agentId },
      select: VIEW,
    });
    if (!view) throw notFound();
    await tx.savedView.delete({ where: { id } });
    return view;
  });
}

/** Only what the list can read is kept. */
const canonical = (query: string) => savedQuery(filtersOf(query));

/** The ids of the actor's views by name, their author's row locked: two forms at once leave one view. */
async function ownNames(tx: Transaction, { agentId }: Actor): Promise<Map<string, string>> {
  await tx.$queryRaw`SELECT id FROM agent WHERE id = ${agentId}::uuid FOR UPDATE`;
  const views = await tx.savedView.findMany({ where: { agentId }, select: VIEW });
  return new Map(views.map(({ name, id }) => [name, id]));
}

function requireNew(known: ReadonlyMap<string, string>, name: string): void {
  if (!known.has(name)) return;
  const message = `Vous avez déjà une vue «\u00A0${name}\u00A0»\u00A0: choisissez un autre nom.`;
  throw new BusinessError("invalid-input", message, [{ path: "name", message }]);
}

async function change(
  tx: Transaction,
  actor: Actor,
  id: string,
  data: { name: string } | { query: string },
): Promise<SavedView> {
  const [view] = await tx.savedView.updateManyAndReturn({
    where: { id, agentId: actor.agentId },
    data,
    select: VIEW,
  });
  if (!view) throw notFound();
  return view;
}
