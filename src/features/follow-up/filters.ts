import { z } from "zod";
import type { Day } from "@/domain/calendar";
import { isWeather, type Weather } from "@/domain/execution/weather";
import { THEMES, themeBySlug } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";

/** What the list narrows on, beside the theme and the weather. */
export const STATES = ["late", "drifting", "silent"] as const;
export type ListState = (typeof STATES)[number];

/** As the address writes them, and as the list says them. */
export const STATE_FILTERS: Readonly<Record<ListState, { slug: string; label: string }>> = {
  late: { slug: "en-retard", label: "En retard" },
  drifting: { slug: "en-derive", label: "Dérive de 20\u00A0% ou plus" },
  silent: { slug: "sans-compte-rendu", label: "Sans compte rendu" },
};

export const WEATHER_SLUGS: Readonly<Record<Weather, string>> = {
  secure: "securise",
  reachable: "atteignable",
  "help-needed": "appui-necessaire",
  compromised: "compromis",
};

/** A place in the list: the projects after (due later) or before this one. */
export interface Place {
  direction: "after" | "before";
  /** The nearest day due of the project at this place; `9999-12-31` when nothing is. */
  dueOn: Day;
  id: string;
}

/** What the address of a list of projects asks for. */
export interface ProjectsQuery {
  theme: ThemeCode | null;
  weather: Weather | null;
  state: ListState | null;
  place: Place | null;
}

type AddressParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the address. What does not exist is as if it were not asked. */
export function readProjectsQuery(params: AddressParams): ProjectsQuery {
  const value = (name: string) => [params[name]].flat()[0] ?? "";
  const weather = Object.entries(WEATHER_SLUGS).find(([, slug]) => slug === value("meteo"))?.[0];
  const after = readPlace(value("apres"));
  const before = readPlace(value("avant"));
  return {
    theme: themeBySlug(value("theme"))?.code ?? null,
    weather: isWeather(weather) ? weather : null,
    state: STATES.find((state) => STATE_FILTERS[state].slug === value("etat")) ?? null,
    place: after
      ? { direction: "after", ...after }
      : before
        ? { direction: "before", ...before }
        : null,
  };
}

function readPlace(text: string): Omit<Place, "direction"> | null {
  const [, dueOn, id] = /^(\d{4}-\d{2}-\d{2})_(.+)$/.exec(text) ?? [];
  const isPlace = z.iso.date().safeParse(dueOn).success && z.uuid().safeParse(id).success;
  return isPlace ? { dueOn: dueOn as Day, id: id ?? "" } : null;
}

/** The address of a list, without its path. */
export function projectsAddress({ theme, weather, state, place }: ProjectsQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (theme) params.set("theme", THEMES[theme].slug);
  if (weather) params.set("meteo", WEATHER_SLUGS[weather]);
  if (state) params.set("etat", STATE_FILTERS[state].slug);
  if (place) {
    params.set(place.direction === "after" ? "apres" : "avant", `${place.dueOn}_${place.id}`);
  }
  return params;
}
