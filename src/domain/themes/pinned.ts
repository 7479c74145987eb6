import { formByTheme } from "@/domain/themes/forms";
import { themeByCode } from "@/domain/themes/index";
import type { Theme, ThemeForm } from "@/domain/themes/types";

/** The versions of the rules and of the form something was written under: a dossier, or one of its filings. */
export interface Versions {
  themeCode: string;
  themeVersion: number;
  formVersion: number;
}

/**
 * The rules and the form of these versions. An opened call never changes them. Throws when this version of the portal
 * does not hold them: a dossier is never judged under other rules.
 */
export function pinned({ themeCode, themeVersion, formVersion }: Versions): {
  theme: Theme;
  form: ThemeForm;
} {
  const theme = themeByCode(themeCode);
  const form = theme && formByTheme(theme.code);
  if (!form || theme.version !== themeVersion || form.version !== formVersion) {
    throw new Error(`Unknown rules: ${themeCode} ${themeVersion}/${formVersion}`);
  }
  return { theme, form };
}
