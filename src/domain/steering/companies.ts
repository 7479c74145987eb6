import type { ThemeCode } from "@/domain/themes/types";

/**
 * Where the forms ask of companies. The COSINUM wants the recovery to rest on French digital companies (COSINUM l.14);
 * only some fiches make a condition of it, and only their forms ask.
 */

/** Asked line by line: innovative companies with a French seat (Livret l.367). */
export const PROVIDER_THEMES: readonly ThemeCode[] = ["ITN6"];

/** Asked once: is a company with a French seat at work on the project? (Livret l.411, l.472, l.529, l.584, l.748, l.802) */
export const FRENCH_COMPANY_THEMES: readonly ThemeCode[] = [
  "ITN8A",
  "ITN8B",
  "ITN8C",
  "ITN8D",
  "SNAP3",
  "SNAP4",
];

/** The question of the forms of `FRENCH_COMPANY_THEMES`. */
export const FRENCH_COMPANY_FIELD = "frenchCompanyInvolved";
