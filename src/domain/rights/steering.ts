import { type FundOwner, THEME_CODES, type ThemeCode } from "@/domain/themes/types";
import { type Actor, holdsFor, ministriesHeld } from "./actor";
import { bopKept, readsAllCredits } from "./credits";

/**
 * What an actor reads of the funds as a whole: every figure with the projects behind it, those of the BOP they keep, or
 * sums by theme, volet and BOP alone. A DNUM is of the last: what other ministries asked for is not its to read.
 */
export type SteeringScope =
  | { kind: "whole" }
  | { kind: "bop"; bop: FundOwner }
  | { kind: "aggregate" };

/** Null for whoever has no part in the steering of the funds. */
export function steeringScope(actor: Actor): SteeringScope | null {
  if (readsAllCredits(actor)) return { kind: "whole" };
  const bop = bopKept(actor);
  if (bop !== null) return { kind: "bop", bop };
  return ministriesHeld(actor).length > 0 ? { kind: "aggregate" } : null;
}

/** Whether the actor opens the list of projects behind a figure. */
export function opensProjects(scope: SteeringScope): boolean {
  return scope.kind !== "aggregate";
}

/** Whether the actor follows a theme from its envelope to its projects: its owner, and its instructors. */
export function steersTheme(actor: Actor, theme: ThemeCode): boolean {
  return holdsFor(actor, "theme-owner", theme) || holdsFor(actor, "instructor", theme);
}

/** The themes the actor follows, in the order of the texts. */
export function themesSteered(actor: Actor): readonly ThemeCode[] {
  return THEME_CODES.filter((theme) => steersTheme(actor, theme));
}
