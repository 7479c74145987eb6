import { expectableTargets } from "@/domain/dossier/expectations";
import { formByTheme } from "@/domain/themes/forms";
import type { ExaminedDossier } from "@/server/examined-dossier";

/** What an expectation may be about on a dossier: the steps and the questions of its theme's form. */
export function targetsOf({ themeCode }: Pick<ExaminedDossier, "themeCode">) {
  const form = formByTheme(themeCode);
  return form ? expectableTargets(form) : [];
}
