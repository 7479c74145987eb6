import {
  CERTAINTY_LABELS,
  isCertainty,
  type TypedCoFinancer,
  typedCoFinancersSchema,
} from "@/domain/dossier/co-financing";
import { type TypedLine, typedPlanSchema } from "@/domain/dossier/funding-plan";
import {
  CADENCE_OPTIONS,
  type TypedIndicator,
  type TypedPhase,
  typedPhasesSchema,
} from "@/domain/dossier/phases";
import { siteWords } from "@/domain/dossier/site-words";
import { type SiteColumn, type TypedSite, typedSitesSchema } from "@/domain/dossier/sites";
import { CATEGORY_LABELS } from "@/domain/funding/labels";
import { metaOf } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";

/** Every state a plan has had is kept in the history of answers, under these names and the plan's revision. */
export const PLAN_HISTORY = "plan";
export const CO_FINANCERS_HISTORY = "coFinancers";
const PHASES = "phases";
const SITES = "sites";
const CATEGORIES: Readonly<Record<string, string>> = CATEGORY_LABELS;

/** What a field of the history is called: the question, or the list of a step. */
export function fieldLabel(form: ThemeForm, field: string): string {
  const schema = form.fields.shape[field];
  if (schema) return metaOf(schema).label;
  if (field === CO_FINANCERS_HISTORY) return "Co-financeurs";
  const step = form.steps.find(({ kind }) => kind === field);
  return step?.title ?? "Question d’une autre version du formulaire";
}

/** The fields a form keeps a history of, in its order. */
export function historyFields(form: ThemeForm): { value: string; label: string }[] {
  const fields = form.steps.flatMap(({ kind, fields: questions }) => {
    if (kind === "plan") return [PLAN_HISTORY, CO_FINANCERS_HISTORY, ...questions];
    return kind === PHASES || kind === SITES ? [kind, ...questions] : questions;
  });
  return fields.map((value) => ({ value, label: fieldLabel(form, value) }));
}

/** A version of an answer as a text two people can compare: one line per expense, phase, indicator or site. */
export function revisionText(form: ThemeForm, field: string, value: unknown): string {
  if (field === PLAN_HISTORY) return listed(typedPlanSchema.safeParse(value).data, lineText);
  if (field === PHASES) return listed(typedPhasesSchema.safeParse(value).data, phaseText);
  if (field === CO_FINANCERS_HISTORY) {
    return listed(typedCoFinancersSchema.safeParse(value).data, coFinancerText);
  }
  if (field === SITES) return listed(typedSitesSchema.safeParse(value).data, siteText);
  const schema = form.fields.shape[field];
  const options = (schema && metaOf(schema).options) ?? [];
  const label = (item: unknown) =>
    options.find((option) => option.value === item)?.label ?? String(item);
  if (Array.isArray(value)) return value.map(label).join("\n");
  return typeof value === "string" ? label(value) : "";
}

function listed<Item>(items: readonly Item[] | undefined, words: (item: Item) => string): string {
  return (items ?? []).map((item, index) => `${index + 1}. ${words(item)}`).join("\n");
}

function lineText(line: TypedLine): string {
  return cellsText({
    label: line.label || "Sans intitulé",
    nature: line.nature,
    year: line.year,
    category: CATEGORIES[line.category] ?? "",
    amount: [line.typedAmount, line.tax === "HT" ? `HT, TVA ${line.taxRate}\u00A0%` : line.tax]
      .filter(Boolean)
      .join(" "),
    provider: line.provider,
    staff: [line.annualCost, line.timeShare, line.months].filter(Boolean).join(" × "),
  });
}

function phaseText(phase: TypedPhase): string {
  const { name, startMonth, endMonth, amount, milestone, indicators } = phase;
  return [
    cellsText({ name: name || "Sans nom", dates: `${startMonth} – ${endMonth}`, amount }),
    `   Jalon\u00A0: ${milestone}`,
    ...indicators.map((indicator) => `   Indicateur\u00A0: ${indicatorText(indicator)}`),
  ].join("\n");
}

function coFinancerText({ name, typedAmount, certainty }: TypedCoFinancer): string {
  const words = isCertainty(certainty) ? CERTAINTY_LABELS[certainty] : "";
  return cellsText({ name, typedAmount, words });
}

function siteText(site: TypedSite): string {
  const columns = Object.keys(site) as SiteColumn[];
  return cellsText(
    Object.fromEntries(columns.map((key) => [key, site[key] && siteWords(site, key)])),
  );
}

function indicatorText(indicator: TypedIndicator): string {
  const cadence = CADENCE_OPTIONS.find(({ value }) => value === indicator.cadence)?.label ?? "";
  return cellsText({ ...indicator, cadence });
}

/** The cells of a row that hold something. */
function cellsText(row: Readonly<Record<string, string>>): string {
  return Object.values(row).filter(Boolean).join(", ");
}
