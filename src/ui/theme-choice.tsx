import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { FilterChoice } from "@/ui/list-filters";

interface Props {
  theme: ThemeCode | null;
  themes: readonly { code: ThemeCode; title: string }[];
}

/** The filter of a list by theme: its value is the slug that the theme's own address has. */
export function ThemeChoice({ theme, themes }: Props) {
  return (
    <FilterChoice
      name="theme"
      label="Thème"
      all="Tous les thèmes"
      value={theme ? THEMES[theme].slug : ""}
      options={themes.map(({ code, title }) => ({
        value: THEMES[code].slug,
        label: `${code}\u00A0: ${title}`,
      }))}
    />
  );
}
