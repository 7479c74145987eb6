import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";

/** Filters, columns and order a person kept under a name. */
export interface SavedView {
  id: string;
  name: string;
  /** The query of the list's address. */
  query: string;
}

/** A person's own views, by name. */
export function readSavedViews(actor: Actor): Promise<SavedView[]> {
  return database().savedView.findMany({
    where: { agentId: actor.agentId },
    select: { id: true, name: true, query: true },
    orderBy: { name: "asc" },
  });
}
