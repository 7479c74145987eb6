import {
  CERTAINTY_LABELS,
  isBlankCoFinancer,
  isCertainty,
  type TypedCoFinancer,
  typedCoFinancersSchema,
} from "@/domain/dossier/co-financing";
import { isBlank, type TypedLine, typedPlanSchema } from "@/domain/dossier/funding-plan";
import { CADENCE_OPTIONS, type TypedPhase, typedPhasesSchema } from "@/domain/dossier/phases";
import { siteWords } from "@/domain/dossier/site-words";
import { type SiteColumn, type TypedSite, typedSitesSchema } from "@/domain/dossier/sites";
import { CATEGORY_LABELS } from "@/domain/funding/labels";
import { metaOf, type Options } from "@/domain/themes/field-kinds";
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

/** A row of a list in words, and what names it: two versions of a list are compared row by row. */
export interface RowWords {
  name: string;
  text: string;
}

/** The rows of a list of a dossier, those left blank aside; null for what is not a list. */
export function rowsInWords(field: string, value: unknown): RowWords[] | null {
  switch (field) {
    case PLAN_HISTORY: {
      const lines = typedPlanSchema.safeParse(value).data ?? [];
      return lines.filter((line) => !isBlank(line)).map(lineWords);
    }
    case CO_FINANCERS_HISTORY: {
      const payers = typedCoFinancersSchema.safeParse(value).data ?? [];
      return payers.filter((payer) => !isBlankCoFinancer(payer)).map(coFinancerWords);
    }
    case PHASES:
      return (typedPhasesSchema.safeParse(value).data ?? []).map(phaseWords);
    case SITES:
      return (typedSitesSchema.safeParse(value).data ?? []).map(siteRow);
    default:
      return null;
  }
}

/** A version of an answer as a text two people can compare: one line per expense, phase, indicator or site. */
export function revisionText(form: ThemeForm, field: string, value: unknown): string {
  const rows = rowsInWords(field, value);
  if (rows) return rows.map(({ text }, index) => `${index + 1}. ${text}`).join("\n");
  const schema = form.fields.shape[field];
  const options = (schema && metaOf(schema).options) ?? [];
  if (Array.isArray(value)) return value.map((item) => labelIn(options, String(item))).join("\n");
  return typeof value === "string" ? labelIn(options, value) : "";
}

const labelIn = (options: Options, item: string) =>
  options.find((option) => option.value === item)?.label ?? item;

function lineWords(line: TypedLine): RowWords {
  const yesNo = (stated: boolean | null, words: string) =>
    stated === null ? "" : `${words}\u00A0: ${stated ? "oui" : "non"}`;
  const text = cellsText({
    label: line.label || "Sans intitulé",
    nature: line.nature,
    year: line.year,
    category: CATEGORIES[line.category] ?? "",
    amount: [line.typedAmount, line.tax === "HT" ? `HT, TVA ${line.taxRate}\u00A0%` : line.tax]
      .filter(Boolean)
      .join(" "),
    provider: line.provider,
    seatInFrance: yesNo(line.seatInFrance, "siège en France"),
    innovative: yesNo(line.innovative, "entreprise innovante"),
    licence: line.nonEuropeanLicence ? "licence hors d’Europe" : "",
    staff: [line.annualCost, line.timeShare, line.months].filter(Boolean).join(" × "),
  });
  return { name: line.label, text };
}

function coFinancerWords({ name, typedAmount, certainty }: TypedCoFinancer): RowWords {
  const how = isCertainty(certainty) ? CERTAINTY_LABELS[certainty] : certainty;
  return { name, text: cellsText({ name: name || "Sans nom", typedAmount, how }) };
}

function phaseWords(phase: TypedPhase): RowWords {
  const { name, startMonth, endMonth, amount, milestone, indicators } = phase;
  const text = [
    cellsText({ name: name || "Sans nom", dates: `${startMonth} – ${endMonth}`, amount }),
    `   Jalon\u00A0: ${milestone}`,
    ...indicators.map((indicator) => {
      const cadence = labelIn(CADENCE_OPTIONS, indicator.cadence);
      return `   Indicateur\u00A0: ${cellsText({ ...indicator, cadence })}`;
    }),
  ].join("\n");
  return { name, text };
}

function siteRow(site: TypedSite): RowWords {
  const columns = Object.keys(site) as SiteColumn[];
  const words = columns.map((key) => [key, site[key] && siteWords(site, key)]);
  return { name: site.name, text: cellsText(Object.fromEntries(words)) };
}

/** The cells of a row that hold something. */
function cellsText(row: Readonly<Record<string, string>>): string {
  return Object.values(row).filter(Boolean).join(", ");
}
