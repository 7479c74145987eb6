import { LABEL_LENGTH } from "@/domain/dossier/label";
import { SEARCH_LENGTH } from "@/domain/dossier/search";
import { DOSSIER_STATUSES, type DossierStatus } from "@/domain/dossier/statuses";
import { VISA_STATUSES, type VisaStatus } from "@/domain/dossier/visa";
import type { FieldError } from "@/domain/errors";
import { type Cents, formatAmount, parseEuros } from "@/domain/money";
import { THEME_CODES, type ThemeCode } from "@/domain/themes/types";
import { COLUMN_KEYS, type ColumnKey, DEFAULT_COLUMNS, defaultColumns, isDefault } from "./columns";
import { VIEWS, type ViewKey } from "./views";

/** Days since the filing. */
export const AGES = [15, 30, 60, 90] as const;
export type Age = (typeof AGES)[number];

/** Days before the deadline; `depassee` once it is past. */
export const DUES = ["depassee", "7", "30"] as const;
export type Due = (typeof DUES)[number];

/** `sans-objet`: the theme asks nothing of the DNUM. */
export type VisaFilter = VisaStatus | "sans-objet";
const VISA_FILTERS: readonly VisaFilter[] = [...VISA_STATUSES, "sans-objet"];

export const ORDERS = {
  recents: "Dépôt, du plus récent au plus ancien",
  anciens: "Dépôt, du plus ancien au plus récent",
  montant: "Subvention demandée, de la plus élevée à la plus faible",
} as const;
export type Order = keyof typeof ORDERS;

/**
 * Where a page begins or ends: the dossier read before or after it. `place` is its instant of filing in milliseconds, or
 * its requested grant in cents, as the order asks.
 */
export interface Cursor {
  side: "before" | "after";
  place: number;
  id: string;
}

/** What the address of the list asks for. Null: whatever. */
export interface ListFilters {
  view: ViewKey;
  search: string;
  theme: ThemeCode | null;
  /** A single status, which takes the place of the view's. */
  status: DossierStatus | null;
  /** An agent's id; `moi`, `personne`. */
  assignee: string | null;
  label: string | null;
  age: Age | null;
  due: Due | null;
  visa: VisaFilter | null;
  ministryId: string | null;
  grantFrom: Cents | null;
  grantTo: Cents | null;
  columns: readonly ColumnKey[];
  order: Order;
  /** The saved view the address comes from. */
  savedId: string | null;
  cursor: Cursor | null;
}

export const EVERYTHING: ListFilters = {
  view: "tous",
  search: "",
  theme: null,
  status: null,
  assignee: null,
  label: null,
  age: null,
  due: null,
  visa: null,
  ministryId: null,
  grantFrom: null,
  grantTo: null,
  columns: DEFAULT_COLUMNS,
  order: "recents",
  savedId: null,
  cursor: null,
};

type Query = Readonly<Record<string, string | string[] | undefined>>;

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const uuid = (text: string) => (UUID.test(text) ? text : null);

/** Names of the fields of the filter form whose text may be wrong. */
export const GRANT_FROM = "montant-min";
export const GRANT_TO = "montant-max";

/**
 * The filters of an address. What cannot be read is left out: an old link still opens the list; an amount that is no
 * amount is told, since somebody typed it.
 */
export function parseFilters(query: Query): ListFilters & { errors: readonly FieldError[] } {
  const all = (name: string) => [query[name]].flat().filter((value) => value !== undefined);
  const one = (name: string) => (all(name)[0] ?? "").normalize("NFC").trim();
  const among = <Value extends string | number>(name: string, known: readonly Value[]) =>
    known.find((value) => String(value) === one(name)) ?? null;
  const errors: FieldError[] = [];
  const amount = (name: string) => {
    const typed = one(name);
    const cents = typed === "" ? null : parseEuros(typed);
    if (typed !== "" && cents === null) {
      const message =
        "Ce montant doit être un nombre en euros. Exemple\u00A0: 150\u202F000. Il n’est pas pris en compte.";
      errors.push({ path: name, message });
    }
    return cents;
  };
  const columns = COLUMN_KEYS.filter((key) => all("colonne").includes(key));
  const assignee = one("instructeur");
  const view = among("vue", Object.keys(VIEWS) as ViewKey[]) ?? "tous";
  return {
    view,
    search: one("recherche").slice(0, SEARCH_LENGTH),
    theme: among("theme", THEME_CODES),
    status: among(
      "statut",
      DOSSIER_STATUSES.filter((status) => status !== "draft"),
    ),
    assignee: ["moi", "personne"].includes(assignee) ? assignee : uuid(assignee),
    label: one("etiquette").slice(0, LABEL_LENGTH) || null,
    age: among("age", AGES),
    due: among("echeance", DUES),
    visa: among("visa", VISA_FILTERS),
    ministryId: uuid(one("ministere")),
    grantFrom: amount(GRANT_FROM),
    grantTo: amount(GRANT_TO),
    columns: columns.length > 0 ? columns : defaultColumns(view),
    order: among("tri", Object.keys(ORDERS) as Order[]) ?? "recents",
    savedId: uuid(one("enregistree")),
    cursor: cursorOf("after", one("apres")) ?? cursorOf("before", one("avant")),
    errors,
  };
}

function cursorOf(side: Cursor["side"], text: string): Cursor | null {
  const [, place, id = ""] = /^(\d{1,15})_(.+)$/.exec(text) ?? [];
  return place && UUID.test(id) ? { side, place: Number(place), id } : null;
}

/** The address of the list under filters: what is at its default is left out. */
export function filterQuery(filters: Partial<ListFilters>): URLSearchParams {
  const query = new URLSearchParams();
  const { view, assignee, label, columns, order, cursor, grantFrom, grantTo } = filters;
  const set = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  };
  set("vue", view === "tous" ? null : view);
  set("recherche", filters.search);
  set("theme", filters.theme);
  set("statut", filters.status);
  set("instructeur", assignee);
  set("etiquette", label);
  set("age", filters.age);
  set("echeance", filters.due);
  set("visa", filters.visa);
  set("ministere", filters.ministryId);
  set(GRANT_FROM, amountText(grantFrom));
  set(GRANT_TO, amountText(grantTo));
  if (columns && !isDefault(columns, view ?? "tous"))
    for (const key of columns) query.append("colonne", key);
  set("tri", order === "recents" ? null : order);
  set("enregistree", filters.savedId);
  if (cursor) set(cursor.side === "after" ? "apres" : "avant", `${cursor.place}_${cursor.id}`);
  return query;
}

/** `150000,00`, as it may be typed. */
export const amountText = (amount: Cents | null | undefined): string =>
  amount === null || amount === undefined ? "" : formatAmount(amount).replaceAll("\u202F", "");

/** What a view is saved as: its filters, columns and order, not the page nor the name it had. */
export function savedQuery(filters: ListFilters): string {
  return filterQuery({ ...filters, savedId: null, cursor: null }).toString();
}

/** Whether something else than the view narrows the list. */
export function hasFilters(filters: ListFilters): boolean {
  const bare = { ...EVERYTHING, columns: filters.columns, order: filters.order };
  const { view: _, ...narrowing } = filters;
  return savedQuery({ ...bare, ...narrowing, view: "tous" }) !== savedQuery(bare);
}
