import { itn1 } from "@/domain/themes/itn1/theme";
import { itn2 } from "@/domain/themes/itn2/theme";
import { itn3 } from "@/domain/themes/itn3/theme";
import { itn4 } from "@/domain/themes/itn4/theme";
import { itn5 } from "@/domain/themes/itn5/theme";
import { itn6 } from "@/domain/themes/itn6/theme";
import { itn7 } from "@/domain/themes/itn7/theme";
import { itn8a } from "@/domain/themes/itn8a/theme";
import { itn8b } from "@/domain/themes/itn8b/theme";
import { itn8c } from "@/domain/themes/itn8c/theme";
import { itn8d } from "@/domain/themes/itn8d/theme";
import { snap1 } from "@/domain/themes/snap1/theme";
import { snap2a } from "@/domain/themes/snap2a/theme";
import { snap2b } from "@/domain/themes/snap2b/theme";
import { snap3 } from "@/domain/themes/snap3/theme";
import { snap4 } from "@/domain/themes/snap4/theme";
import { snap5 } from "@/domain/themes/snap5/theme";
import { THEME_CODES, type Theme, type ThemeCode } from "@/domain/themes/types";

/** The 17 themes, current version. Heavy with prose: the browser imports a theme's `rules.ts` alone. */
export const THEMES: Readonly<Record<ThemeCode, Theme>> = {
  ITN1: itn1,
  ITN2: itn2,
  ITN3: itn3,
  ITN4: itn4,
  ITN5: itn5,
  ITN6: itn6,
  ITN7: itn7,
  ITN8A: itn8a,
  ITN8B: itn8b,
  ITN8C: itn8c,
  ITN8D: itn8d,
  SNAP1: snap1,
  SNAP2A: snap2a,
  SNAP2B: snap2b,
  SNAP3: snap3,
  SNAP4: snap4,
  SNAP5: snap5,
};

/** The themes in the order of the texts. */
export const THEME_LIST: readonly Theme[] = THEME_CODES.map((code) => THEMES[code]);

/** The theme of a code such as `ITN3`, or undefined. */
export function themeByCode(code: string): Theme | undefined {
  return THEME_LIST.find((theme) => theme.code === code);
}

/** The theme of an address segment such as `itn3`, or undefined. */
export function themeBySlug(slug: string): Theme | undefined {
  return THEME_LIST.find((theme) => theme.slug === slug);
}
