import type { DossierStatus } from "@/domain/dossier/statuses";
import type { SelectionPath } from "@/domain/themes/types";

/** When each item is heard: one slot after the other from the start, in the order of passage. */
export function slotsOf(startsAt: Date, slotMinutes: number, count: number): Date[] {
  return Array.from(
    { length: count },
    (_, index) => new Date(startsAt.getTime() + index * slotMinutes * 60_000),
  );
}

/** The same order with one item a place up or down; unchanged at either end, and for an unknown item. */
export function moved<Item>(
  order: readonly Item[],
  item: Item,
  direction: "up" | "down",
): readonly Item[] {
  const from = order.indexOf(item);
  const to = from + (direction === "up" ? -1 : 1);
  const other = order[to];
  if (from === -1 || other === undefined) return order;
  return order.map((each, index) => (index === from ? other : index === to ? item : each));
}

/** Whether a dossier's carrier is to be heard in the sitting: its path has a hearing, and it did not take place yet. */
export function isToBeHeard(path: Pick<SelectionPath, "hearing">, status: DossierStatus): boolean {
  return path.hearing !== "none" && (status === "admissible" || status === "under-review");
}
