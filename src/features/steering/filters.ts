import { z } from "zod";
import { type DossierStatus, STATUS_LABELS } from "@/domain/dossier/statuses";
import { isPeriod, type Period } from "@/domain/execution/periods";
import { BOP_KEYS, type BopKey, VOLETS, type Volet } from "@/domain/steering/envelopes";
import { THEMES, themeBySlug } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { SHOWN_STATES } from "./states";

/** Which projects of a selection a figure counts. */
export const PARTS = [
  "granted",
  "decided",
  "allocated",
  "committed",
  "paid",
  "returned",
  "interministerial",
  "followed",
] as const;
export type Part = (typeof PARTS)[number];

/** As the address writes them, and as the list says them. */
export const PART_FILTERS: Readonly<Record<Part, { slug: string; label: string }>> = {
  granted: { slug: "accordes", label: "Accordés" },
  decided: { slug: "decides", label: "Accordés, refusés ou écartés" },
  allocated: { slug: "delegues", label: "Avec des crédits délégués" },
  committed: { slug: "engages", label: "Avec des crédits engagés" },
  paid: { slug: "payes", label: "Avec des crédits payés" },
  returned: { slug: "restitues", label: "Avec des crédits restitués" },
  interministerial: { slug: "interministeriels", label: "Accordés et interministériels" },
  followed: { slug: "suivis", label: "Dont le suivi est ouvert" },
};

/** In an address: dossiers of no ministry. */
export const NO_MINISTRY = "aucun";

/** A place in the list: the dossiers after (older) or before (newer) this one, in its order. */
export interface Place {
  direction: "after" | "before";
  filedAt: Date;
  id: string;
}

/** Which projects are counted. Null: all of them. */
export interface SteeringFilters {
  /** Of the filing. */
  quarter: Period | null;
  bop: BopKey | null;
  volet: Volet | null;
  theme: ThemeCode | null;
  /** An id, or `NO_MINISTRY`. */
  ministry: string | null;
  /** As the carrier is told. */
  state: DossierStatus | null;
  part: Part | null;
}

export interface ProjectsQuery extends SteeringFilters {
  place: Place | null;
}

export const NO_FILTERS: SteeringFilters = {
  quarter: null,
  bop: null,
  volet: null,
  theme: null,
  ministry: null,
  state: null,
  part: null,
};

export type AddressParams = Readonly<Record<string, string | string[] | undefined>>;

/** `a-completer`: a status in an address. */
export function stateSlug(status: DossierStatus): string {
  return STATUS_LABELS[status].label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(" ", "-");
}

const bopSlug = (bop: BopKey) => (bop === "none" ? NO_MINISTRY : bop.toLowerCase());

/** Reads the address. What does not exist is as if it were not asked. */
export function readSteeringQuery(params: AddressParams): ProjectsQuery {
  const value = (name: string) => [params[name]].flat()[0] ?? "";
  const after = readPlace(value("apres"));
  const before = readPlace(value("avant"));
  const ministry = value("ministere");
  const known = ministry === NO_MINISTRY || z.uuid().safeParse(ministry).success;
  return {
    quarter: isQuarter(value("trimestre")) ? value("trimestre") : null,
    bop: BOP_KEYS.find((key) => bopSlug(key) === value("bop")) ?? null,
    volet: VOLETS.find((volet) => volet.toLowerCase() === value("volet")) ?? null,
    theme: themeBySlug(value("theme"))?.code ?? null,
    ministry: known ? ministry : null,
    state: SHOWN_STATES.find((state) => stateSlug(state) === value("etat")) ?? null,
    part: PARTS.find((part) => PART_FILTERS[part].slug === value("montrer")) ?? null,
    place: after
      ? { direction: "after", ...after }
      : before
        ? { direction: "before", ...before }
        : null,
  };
}

const isQuarter = (text: string) => text.includes("T") && isPeriod(text);

/** The address of a selection, without its path. */
export function steeringAddress(query: Partial<ProjectsQuery>): URLSearchParams {
  const params = new URLSearchParams();
  const { quarter, bop, volet, theme, ministry, state, part, place } = query;
  if (quarter) params.set("trimestre", quarter);
  if (bop) params.set("bop", bopSlug(bop));
  if (volet) params.set("volet", volet.toLowerCase());
  if (theme) params.set("theme", THEMES[theme].slug);
  if (ministry) params.set("ministere", ministry);
  if (state) params.set("etat", stateSlug(state));
  if (part) params.set("montrer", PART_FILTERS[part].slug);
  if (place) {
    const name = place.direction === "after" ? "apres" : "avant";
    params.set(name, `${place.filedAt.getTime()}_${place.id}`);
  }
  return params;
}

/** `1611133200000_` and an id. The milliseconds stay in what a date can hold. */
const PLACE = /^(\d{12,14})_(.+)$/;

function readPlace(text: string): Omit<Place, "direction"> | null {
  const [, milliseconds, id] = PLACE.exec(text) ?? [];
  if (!milliseconds || !z.uuid().safeParse(id).success) return null;
  return { filedAt: new Date(Number(milliseconds)), id: id ?? "" };
}
