import { type CallState, callState } from "@/domain/funding/calls";
import { admits } from "@/domain/funding/carriers";
import { reaches, staysWithin } from "@/domain/funding/size";
import { CARRIERS } from "@/domain/funding/theme-words";
import { type Cents, formatEuros, parseEuros } from "@/domain/money";
import { CARRIER_KINDS, type CarrierKind, type Theme } from "@/domain/themes/types";
import { callsOf, type PublicCalls } from "@/features/catalogue/public-calls";
import { searchThemes } from "@/features/catalogue/search";
import { slugOf } from "@/features/catalogue/words";
import { routes } from "@/routes";

/** A choice of a filter, as shown and as written in the address. */
export interface FilterOption {
  value: string;
  label: string;
}

interface ChoiceFilter {
  /** Name in the address. */
  name: "volet" | "type" | "responsable" | "etat" | "candidat";
  label: string;
  options: readonly FilterOption[];
}

const CARRIER_BY_SLUG: ReadonlyMap<string, CarrierKind> = new Map(
  CARRIER_KINDS.map((kind) => [slugOf(CARRIERS[kind]), kind]),
);

/** The filters with a closed list of choices, in the order of the form. */
export const CHOICE_FILTERS: readonly ChoiceFilter[] = [
  {
    name: "etat",
    label: "Ouverture",
    options: [
      { value: "ouvert", label: "Ouvert" },
      { value: "ferme-bientot", label: "Ferme bientôt" },
      { value: "annonce", label: "Annoncé" },
      { value: "ferme", label: "Fermé" },
    ],
  },
  {
    name: "candidat",
    label: "Qui porte le projet",
    options: [...CARRIER_BY_SLUG].map(([value, kind]) => ({ value, label: CARRIERS[kind] })),
  },
  {
    name: "volet",
    label: "Volet",
    options: [
      { value: "itn", label: "ITN, innovation et transformation numériques" },
      { value: "snap", label: "SNAP, sac à dos numérique de l’agent public" },
    ],
  },
  {
    name: "type",
    label: "Type d’ouverture",
    options: [
      { value: "guichet", label: "Guichet" },
      { value: "appel-a-projets", label: "Appel à projets" },
    ],
  },
  {
    name: "responsable",
    label: "Administration responsable",
    options: [
      { value: "dinum", label: "DINUM" },
      { value: "ditp", label: "DITP" },
    ],
  },
];

type ChoiceName = ChoiceFilter["name"];

/** What a visitor asks of the catalogue, as typed. An unknown choice is no choice. */
export interface CatalogueQuery {
  search: string;
  choices: Readonly<Partial<Record<ChoiceName, string>>>;
  amount: string;
}

const MAX_TYPED = 200;

/** Reads the parameters of the address. Never fails: what is not understood is left out or told beside its field. */
export function readQuery(params: URLSearchParams): CatalogueQuery {
  const typed = (name: string) => (params.get(name) ?? "").trim().slice(0, MAX_TYPED);
  const choices: Partial<Record<ChoiceName, string>> = {};
  for (const { name, options } of CHOICE_FILTERS) {
    const value = typed(name);
    if (options.some((option) => option.value === value)) choices[name] = value;
  }
  return { search: typed("recherche"), choices, amount: typed("montant") };
}

/** The address of a query, holding only what is asked. */
export function addressOf({ search, choices, amount }: CatalogueQuery): string {
  const params = new URLSearchParams();
  if (search) params.set("recherche", search);
  for (const { name } of CHOICE_FILTERS) {
    const value = choices[name];
    if (value) params.set(name, value);
  }
  if (amount) params.set("montant", amount);
  return routes.themes(params);
}

/** The amount asked, in cents; null when none is typed or it is not an amount. */
export function amountOf({ amount }: CatalogueQuery): Cents | null {
  return amount === "" ? null : parseEuros(amount);
}

/** What is wrong with the amount typed, or undefined. */
export function amountError(query: CatalogueQuery): string | undefined {
  if (query.amount === "" || amountOf(query) !== null) return undefined;
  return "Le montant doit être un nombre en euros. Exemple\u00A0: 250\u202F000. Ce filtre n’est pas appliqué.";
}

const STATES: Readonly<Record<string, readonly CallState[]>> = {
  ouvert: ["open", "closing-soon"],
  "ferme-bientot": ["closing-soon"],
  annonce: ["to-come"],
  ferme: ["closed"],
};

/** Whether the expected size of a theme admits a cost. A theme without a size refuses none. */
function admitsAmount({ size }: Theme, amount: Cents): boolean {
  if (size === null) return true;
  const ranges = size.byCall
    ? Object.values(size.byCall)
    : [
        { min: size.min, max: size.max },
        ...(size.minFor ? [{ min: size.minFor.bound, max: size.max }] : []),
      ];
  return ranges.some(
    ({ min, max }) => (!min || reaches(amount, min)) && (!max || staysWithin(amount, max)),
  );
}

function isKept(theme: Theme, query: CatalogueQuery, all: PublicCalls): boolean {
  const { volet, type, responsable, etat, candidat } = query.choices;
  if (volet && theme.volet.toLowerCase() !== volet) return false;
  if (responsable && theme.owner.administration?.toLowerCase() !== responsable) return false;
  const calls = callsOf(all, theme.code);
  const kind = type === "appel-a-projets" ? "aap" : "guichet";
  const ofType = type ? calls.filter((call) => call.kind === kind) : calls;
  if (type && ofType.length === 0) return false;
  const states = etat && STATES[etat];
  if (states && !ofType.some((call) => states.includes(callState(call, all.now)))) return false;
  const carrier = candidat && CARRIER_BY_SLUG.get(candidat);
  if (carrier && !admits(theme.carriers, carrier)) return false;
  const amount = amountOf(query);
  return amount === null || admitsAmount(theme, amount);
}

/** The themes a query keeps: best answers first when words are searched, else in the order of the texts. */
export function findThemes(
  themes: readonly Theme[],
  query: CatalogueQuery,
  all: PublicCalls,
): { themes: readonly Theme[]; partial: boolean } {
  const kept = themes.filter((theme) => isKept(theme, query, all));
  const { hits, partial } = searchThemes(kept, query.search);
  const byCode = new Map(kept.map((theme) => [theme.code, theme]));
  const found = hits.flatMap(({ code }) => byCode.get(code) ?? []);
  return { themes: found, partial };
}

/** A filter in force: its words, and the query without it. */
export interface ActiveFilter {
  key: string;
  label: string;
  without: CatalogueQuery;
}

/** The filters in force, in the order of the form; each can be dropped alone. */
export function activeFilters(query: CatalogueQuery): ActiveFilter[] {
  const active: ActiveFilter[] = [];
  if (query.search) {
    const label = `Recherche\u00A0: ${query.search}`;
    active.push({ key: "recherche", label, without: { ...query, search: "" } });
  }
  for (const { name, label, options } of CHOICE_FILTERS) {
    const option = options.find(({ value }) => value === query.choices[name]);
    if (!option) continue;
    const { [name]: _, ...others } = query.choices;
    active.push({
      key: name,
      label: `${label}\u00A0: ${option.label}`,
      without: { ...query, choices: others },
    });
  }
  const amount = amountOf(query);
  if (amount !== null) {
    const label = `Coût du projet\u00A0: ${formatEuros(amount)}`;
    active.push({ key: "montant", label, without: { ...query, amount: "" } });
  }
  return active;
}

/** The filters that hide everything: dropping one of them gives themes again, most themes first. */
export function filtersToDrop(
  themes: readonly Theme[],
  query: CatalogueQuery,
  all: PublicCalls,
): { filter: ActiveFilter; count: number }[] {
  return activeFilters(query)
    .map((filter) => ({ filter, count: findThemes(themes, filter.without, all).themes.length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
