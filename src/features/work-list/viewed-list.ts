import { type Actor, themesHeld } from "@/domain/rights/actor";
import type { ViewedList } from "@/server/saved-views";
import { INSTRUCTION } from "@/server/visibility";
import { savedQuery } from "./filters";
import { filtersOf } from "./queries/list";

/** The work list, as its saved views know it. */
export const WORK_LIST: ViewedList = {
  list: "instruction",
  reads: (actor: Actor) => themesHeld(actor, INSTRUCTION).length > 0,
  canonical: (query) => savedQuery(filtersOf(query)),
};
