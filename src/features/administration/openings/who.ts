import { type Actor, holds, holdsFor } from "@/domain/rights/actor";
import { THEME_CODES, type ThemeCode } from "@/domain/themes/types";

/** Themes whose calls the actor keeps: an administrator those of all themes, an owner those of their own. */
export function keptThemes(actor: Actor): readonly ThemeCode[] {
  if (holds(actor, "administrator")) return THEME_CODES;
  return THEME_CODES.filter((theme) => holdsFor(actor, "theme-owner", theme));
}
