import type { Actor } from "@/domain/rights/actor";
import type { SavedView } from "@/domain/saved-view";
import { portalNow } from "@/server/clock";
import { type ExchangesAtGlance, glanceAtExchanges } from "@/server/exchanges";
import { readSavedViews } from "@/server/saved-views";
import { visibleThemes } from "@/server/visibility-sql";
import { EVERYTHING, type ListFilters, parseFilters } from "../filters";
import { type ViewKey, viewsOf } from "../views";
import { type Choices, readChoices } from "./choices";
import { countEach } from "./counts";
import { type ListPage, readPage } from "./page";
import { selectionOf } from "./selection";

export const PAGE_SIZE = 25;

export interface WorkList extends ListPage {
  /** Dossiers of the list as filtered. */
  count: number;
  /** Dossiers of each view the reader has, in order, under the theme filter alone. */
  views: readonly { key: ViewKey; count: number }[];
  /** Messages of the carriers of this page's dossiers, by dossier; those that the reader may not read are absent. */
  exchanges: ReadonlyMap<string, ExchangesAtGlance>;
  saved: readonly (SavedView & { count: number })[];
  choices: Choices;
  now: Date;
}

/** The list as an address asks for it: the same number of statements whatever the page and the dossiers. */
export async function readWorkList(actor: Actor, filters: ListFilters): Promise<WorkList> {
  const [now, saved] = await Promise.all([
    portalNow(),
    readSavedViews(actor, { list: "instruction" }),
  ]);
  const keys = viewsOf({ exchanges: visibleThemes(actor, "exchanges").length > 0 });
  const views = keys.map((view) => [view, { ...EVERYTHING, view, theme: filters.theme }]);
  const lists: Record<string, ListFilters> = Object.fromEntries([
    ...views,
    ...saved.map(({ id, query }) => [id, filtersOf(query)]),
    // What narrows the list is counted with the page.
    ...(selectionOf(actor, filters, now).narrow.length > 0 ? [] : [["filtered", filters]]),
  ]);
  const [page, counts, choices] = await Promise.all([
    readPage(actor, filters, { now, size: PAGE_SIZE }),
    countEach(actor, lists, now),
    readChoices(actor, now),
  ]);
  const exchanges = await glanceAtExchanges(
    actor,
    page.rows.map(({ id }) => id),
  );
  return {
    ...page,
    exchanges,
    now,
    choices,
    count: page.counted ?? counts.filtered ?? 0,
    views: keys.map((key) => ({ key, count: counts[key] ?? 0 })),
    saved: saved.map((view) => ({ ...view, count: counts[view.id] ?? 0 })),
  };
}

/** The filters a saved view holds. */
export function filtersOf(query: string): ListFilters {
  const parameters = new URLSearchParams(query);
  return parseFilters(
    Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)])),
  );
}
