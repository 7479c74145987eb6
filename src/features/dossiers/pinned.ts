import { formByTheme } from "@/domain/themes/forms";
import { themeByCode } from "@/domain/themes/index";
import type { Theme, ThemeForm } from "@/domain/themes/types";

/**
 * The rules and the form a dossier was opened under. An opened call never changes them. Throws when this version of the
 * portal does not hold them: a dossier is never judged under other rules.
 */
export function pinned(dossier: { themeCode: string; themeVersion: number; formVersion: number }): {
  theme: Theme;
  form: ThemeForm;
} {
  const theme = themeByCode(dossier.themeCode);
  const form = theme && formByTheme(theme.code);
  if (!form || theme.version !== dossier.themeVersion || form.version !== dossier.formVersion) {
    throw new Error(
      `Unknown rules: ${dossier.themeCode} ${dossier.themeVersion}/${dossier.formVersion}`,
    );
  }
  return { theme, form };
}
