import { CATEGORY_LABELS } from "@/domain/funding/labels";
import { CARRIERS } from "@/domain/funding/theme-words";
import { CARRIER_KINDS, EXPENSE_CATEGORIES, type Theme } from "@/domain/themes/types";
import { type Question, questionsOf } from "@/features/catalogue/simulator/questions";
import { slugOf } from "@/features/catalogue/words";

interface Choice {
  value: string;
  label: string;
}

/**
 * What the simulator of a theme shows. Plain values: the browser receives them with the page and needs no rule nor
 * label until something is typed.
 */
export interface SimulatorSetup {
  code: Theme["code"];
  slug: Theme["slug"];
  carriers: readonly Choice[];
  natures: readonly Choice[];
  categories: readonly Choice[];
  years: readonly string[];
  /** What a new line proposes. */
  proposed: { nature: string; category: string; year: string };
  questions: readonly Question[];
  /** Asked where a theme has a guichet and a call for projects (ITN5). */
  asksCallKind: boolean;
  /** Asked where a cap holds over several dossiers (SNAP3, SNAP4). */
  asksProject: boolean;
  asksForeignLicences: boolean;
  /** Asked where the share of innovative companies counts (ITN6). */
  asksProvider: boolean;
}

const YEARS = ["2020", "2021", "2022", "2023", "2024", "2025"];

/** Themes whose rules read who provides what (ITN6; Livret l.367). */
const READS_PROVIDERS: readonly Theme["code"][] = ["ITN6"];

/** The simulator of a theme; null where no rule is published (ITN7). */
export function simulatorSetup(theme: Theme): SimulatorSetup | null {
  const { funding, calls } = theme;
  if (funding === null) return null;
  const category = funding.categories?.[0] ?? "services";
  return {
    code: theme.code,
    slug: theme.slug,
    carriers: CARRIER_KINDS.map((kind) => ({
      value: slugOf(CARRIERS[kind]),
      label: CARRIERS[kind],
    })),
    natures: [
      { value: "T3", label: "Hors personnel (titre 3)" },
      { value: "T2", label: "Personnel (titre 2)" },
    ],
    categories: EXPENSE_CATEGORIES.map((key) => ({
      value: slugOf(CATEGORY_LABELS[key]),
      label: CATEGORY_LABELS[key],
    })),
    years: YEARS,
    proposed: { nature: "T3", category: slugOf(CATEGORY_LABELS[category]), year: "2021" },
    questions: questionsOf(theme),
    asksCallKind: new Set(calls.map(({ kind }) => kind)).size > 1,
    asksProject: funding.capPerProject !== undefined,
    asksForeignLicences: funding.excludesNonEuropeanLicences === true,
    asksProvider: READS_PROVIDERS.includes(theme.code),
  };
}
