import "server-only";
import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { MOST_VIEWS, type SavedView } from "@/domain/saved-view";
import type {
  DeleteViewInput,
  RenameViewInput,
  SaveViewInput,
  UpdateViewInput,
} from "@/domain/saved-view-input";
import { database, inTransaction, type Transaction } from "./database/client";

/** A list whose views people keep. */
export interface ViewedList {
  /** As the rows name it. */
  list: "instruction" | "portfolio";
  /** Whether the actor reads the list: others keep no view of it. */
  reads: (actor: Actor) => boolean;
  /** Only what the list can read is kept of an address. */
  canonical: (query: string) => string;
}

const VIEW = { id: true, name: true, query: true } as const;

/** A person's own views of a list, by name. */
export function readSavedViews(actor: Actor, { list }: Pick<ViewedList, "list">) {
  return database().savedView.findMany({
    where: { agentId: actor.agentId, list },
    select: VIEW,
    orderBy: { name: "asc" },
  });
}

/** Keeps what a list shows under a name, for the actor alone. */
export function saveView(
  viewed: ViewedList,
  actor: Actor,
  { name, query }: SaveViewInput,
): Promise<SavedView> {
  const { list, reads, canonical } = viewed;
  return inTransaction(async (tx) => {
    if (!reads(actor)) throw notFound();
    const known = await ownNames(tx, viewed, actor);
    if (known.size >= MOST_VIEWS) {
      throw new BusinessError(
        "invalid-input",
        `Vous avez déjà ${MOST_VIEWS}\u00A0vues\u00A0: supprimez-en une, puis recommencez.`,
      );
    }
    requireNew(known, name);
    return tx.savedView.create({
      data: { agentId: actor.agentId, list, name, query: canonical(query) },
      select: VIEW,
    });
  });
}

/** Gives a view what the list shows now. */
export function updateView(
  viewed: ViewedList,
  actor: Actor,
  { id, query }: UpdateViewInput,
): Promise<SavedView> {
  return inTransaction((tx) =>
    change(tx, { viewed, actor, id }, { query: viewed.canonical(query) }),
  );
}

/** Gives a view another name. */
export function renameView(
  viewed: ViewedList,
  actor: Actor,
  { id, name }: RenameViewInput,
): Promise<SavedView> {
  return inTransaction(async (tx) => {
    const known = await ownNames(tx, viewed, actor);
    if (known.get(name) !== id) requireNew(known, name);
    return change(tx, { viewed, actor, id }, { name });
  });
}

/** Forgets a view. Returns what it was, for the list to show its dossiers still. */
export function deleteView(
  { list }: ViewedList,
  actor: Actor,
  { id }: DeleteViewInput,
): Promise<SavedView> {
  return inTransaction(async (tx) => {
    const view = await tx.savedView.findFirst({
      where: { id, list, agentId: actor.agentId },
      select: VIEW,
    });
    if (!view) throw notFound();
    await tx.savedView.delete({ where: { id } });
    return view;
  });
}

/** The ids of the actor's views by name, their author's row locked: two forms at once leave one view. */
async function ownNames(
  tx: Transaction,
  { list }: ViewedList,
  { agentId }: Actor,
): Promise<Map<string, string>> {
  await tx.$queryRaw`SELECT id FROM agent WHERE id = ${agentId}::uuid FOR UPDATE`;
  const views = await tx.savedView.findMany({ where: { agentId, list }, select: VIEW });
  return new Map(views.map(({ name, id }) => [name, id]));
}

function requireNew(known: ReadonlyMap<string, string>, name: string): void {
  if (!known.has(name)) return;
  const message = `Vous avez déjà une vue «\u00A0${name}\u00A0»\u00A0: choisissez un autre nom.`;
  throw new BusinessError("invalid-input", message, [{ path: "name", message }]);
}

async function change(
  tx: Transaction,
  { viewed, actor, id }: { viewed: ViewedList; actor: Actor; id: string },
  data: { name: string } | { query: string },
): Promise<SavedView> {
  const [view] = await tx.savedView.updateManyAndReturn({
    where: { id, list: viewed.list, agentId: actor.agentId },
    data,
    select: VIEW,
  });
  if (!view) throw notFound();
  return view;
}
