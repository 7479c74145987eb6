import { ministriesHeld } from "@/domain/rights/actor";
import type { ViewedList } from "@/server/saved-views";
import { queryOf, savedQuery } from "./filters";

/** The portfolio, as its saved views know it. */
export const PORTFOLIO: ViewedList = {
  list: "portfolio",
  reads: (actor) => ministriesHeld(actor).length > 0,
  canonical: (query) => savedQuery(queryOf(query)),
};
