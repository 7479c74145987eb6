import { DOSSIER_STATUSES, type DossierStatus } from "@/domain/dossier/statuses";
import { THEME_CODES, type ThemeCode } from "@/domain/themes/types";

/** What awaits whom, in the order of a dossier's life. */
export const VIEWS = {
  "a-verifier": { label: "À vérifier", statuses: ["filed"] },
  "a-confier": { label: "Recevables", statuses: ["admissible"] },
  "en-notation": { label: "En notation", statuses: ["under-review", "heard"] },
  "a-decider": { label: "À décider", statuses: ["scored", "reserve"] },
  decides: {
    label: "Décidés",
    statuses: ["accepted", "refused", "set-aside", "to-be-presented-again", "redirected"],
  },
  tous: { label: "Tous", statuses: null },
} as const satisfies Record<string, { label: string; statuses: readonly DossierStatus[] | null }>;
export type ViewKey = keyof typeof VIEWS;

/** Where a page begins or ends: the last dossier read before or after it. */
export interface Cursor {
  side: "before" | "after";
  filedAt: Date;
  id: string;
}

export interface ListFilters {
  view: ViewKey;
  theme: ThemeCode | null;
  /** A single status, which takes the place of the view's. */
  status: DossierStatus | null;
  search: string;
  cursor: Cursor | null;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

const first = (value: string | string[] | undefined) => [value].flat()[0] ?? "";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function cursorOf(side: Cursor["side"], text: string): Cursor | null {
  const [instant = "", id = ""] = text.split("_");
  const filedAt = new Date(instant);
  return UUID.test(id) && !Number.isNaN(filedAt.getTime()) ? { side, filedAt, id } : null;
}

/** The filters of an address. What cannot be read is left out: an old link still opens the list. */
export function parseFilters(query: Query): ListFilters {
  const view = first(query.vue);
  return {
    view: view in VIEWS ? (view as ViewKey) : "tous",
    theme: THEME_CODES.find((code) => code === first(query.theme)) ?? null,
    status: DOSSIER_STATUSES.find((code) => code === first(query.statut)) ?? null,
    search: first(query.recherche).normalize("NFC").trim().slice(0, 100),
    cursor: cursorOf("after", first(query.apres)) ?? cursorOf("before", first(query.avant)) ?? null,
  };
}

/** The address of the list under filters: what is at its default is left out. */
export function filterQuery(filters: Partial<ListFilters>): URLSearchParams {
  const query = new URLSearchParams();
  if (filters.view && filters.view !== "tous") query.set("vue", filters.view);
  if (filters.theme) query.set("theme", filters.theme);
  if (filters.status) query.set("statut", filters.status);
  if (filters.search) query.set("recherche", filters.search);
  if (filters.cursor) {
    const { side, filedAt, id } = filters.cursor;
    query.set(side === "after" ? "apres" : "avant", `${filedAt.toISOString()}_${id}`);
  }
  return query;
}
