import { formatMonth } from "@/domain/calendar";
import { type DocumentBlock, facts, heading, list, paragraph } from "@/domain/evidence/document";
import { CATEGORY_LABELS } from "@/domain/funding/labels";
import { type Cents, formatEuros, least, parseEuros, sum } from "@/domain/money";
import { metaOf, parseMonth } from "@/domain/themes/field-kinds";
import { fileSlots } from "@/domain/themes/file-slots";
import type { ExpenseCategory, FormStep, Theme, ThemeForm } from "@/domain/themes/types";
import { coFinancerAmount, type TypedCoFinancer } from "./co-financing";
import { FILE_STATUS_WORDS, type FileStatus, formatSize } from "./files";
import { lineAmount, type TypedLine } from "./funding-plan";
import { CADENCE_OPTIONS, type TypedPhase, typedPhasesSchema } from "./phases";
import { answerText } from "./read-answer";
import { siteWords } from "./site-words";
import { SITE_LABELS, type TypedSite, typedSitesSchema } from "./sites";

/** A dossier as filed, for its document. */
export interface FiledForPaper {
  theme: Pick<Theme, "commitments">;
  form: ThemeForm;
  answers: Readonly<Record<string, unknown>>;
  lines: readonly TypedLine[];
  coFinancers: readonly TypedCoFinancer[];
  amounts: { total: Cents; computedGrant: Cents; requestedGrant: Cents };
  commitments: readonly string[];
  coCarriers: readonly string[];
  files: readonly { field: string; name: string; size: number; status: FileStatus }[];
}

/** Everything a dossier holds as filed, step by step with the labels of its own form, for a document. */
export function filedBlocks(filed: FiledForPaper): DocumentBlock[] {
  const { form, coCarriers } = filed;
  return [
    ...(coCarriers.length > 0 ? [paragraph(`Co-porteurs\u00A0: ${coCarriers.join(", ")}.`)] : []),
    ...form.steps.flatMap((step) => [
      heading(2, step.title),
      ...answers(filed, step),
      ...whole(filed, step),
    ]),
  ];
}

function answers({ form, answers: given }: FiledForPaper, step: FormStep): DocumentBlock[] {
  const rows = step.fields.flatMap((field) => {
    const schema = form.fields.shape[field];
    if (!schema) return [];
    const meta = metaOf(schema);
    return [{ label: meta.label, value: answerText(meta, given[field]) }];
  });
  return rows.length > 0 ? [facts(rows)] : [];
}

function whole(filed: FiledForPaper, { kind }: FormStep): DocumentBlock[] {
  switch (kind) {
    case "plan":
      return plan(filed);
    case "sites":
      return sites(filed);
    case "phases":
      return phases(filed);
    case "files":
      return files(filed);
    case "commitments":
      return commitments(filed);
    default:
      return [];
  }
}

const euros = (amount: Cents | null) => (amount === null ? "Non renseigné" : formatEuros(amount));

function plan({ lines, coFinancers, amounts }: FiledForPaper): DocumentBlock[] {
  if (lines.length === 0) return [paragraph("Aucune dépense n’est inscrite au plan.")];
  const rows = lines.map((line, index) => [
    line.label || `Dépense ${index + 1}`,
    line.nature || "Non renseigné",
    line.year || "Non renseigné",
    CATEGORY_LABELS[line.category as ExpenseCategory] ?? "Non renseigné",
    line.provider || "Non renseigné",
    euros(lineAmount(line)),
  ]);
  const total = sum(lines.flatMap((line) => lineAmount(line) ?? []));
  return [
    {
      kind: "table",
      caption: "Plan de financement déposé, montants TTC",
      columns: ["Dépense", "Titre", "Année", "Catégorie", "Prestataire", "Montant"],
      rows: [...rows, ["Total", "", "", "", "", formatEuros(total)]],
    },
    facts([
      { label: "Coût total", value: formatEuros(amounts.total) },
      { label: "Subvention calculée", value: formatEuros(amounts.computedGrant) },
      {
        label: "Subvention demandée",
        value: formatEuros(least(amounts.computedGrant, amounts.requestedGrant)),
      },
      ...coFinancers.map((line) => ({
        label: `Cofinancement\u00A0: ${line.name || "sans nom"}`,
        value: euros(coFinancerAmount(line)),
      })),
    ]),
  ];
}

const SITE_COLUMNS = [
  "name",
  "agents",
  "before",
  "after",
  "technology",
  "territory",
  "shared",
] as const satisfies readonly (keyof TypedSite)[];

function sites({ answers: given }: FiledForPaper): DocumentBlock[] {
  const typed = typedSitesSchema.safeParse(given.sites ?? []);
  if (!typed.success || typed.data.length === 0) return [paragraph("Aucun site.")];
  return [
    {
      kind: "table",
      caption: "Sites du projet",
      columns: SITE_COLUMNS.map((column) => SITE_LABELS[column]),
      rows: typed.data.map((site) => SITE_COLUMNS.map((column) => siteWords(site, column))),
    },
  ];
}

const month = (typed: string) => {
  const read = parseMonth(typed);
  return read === null ? typed : formatMonth(read);
};

function phases({ answers: given }: FiledForPaper): DocumentBlock[] {
  const typed = typedPhasesSchema.safeParse(given.phases);
  return (typed.success ? typed.data : []).flatMap((phase, index) => phaseBlocks(phase, index + 1));
}

function phaseBlocks(phase: TypedPhase, rank: number): DocumentBlock[] {
  const { name, startMonth, endMonth, amount, milestone, indicators } = phase;
  return [
    heading(3, `Phase ${rank}\u00A0: ${name}`),
    facts([
      { label: "Période", value: `${month(startMonth)} à ${month(endMonth)}` },
      { label: "Coût total TTC", value: euros(parseEuros(amount)) },
      { label: "Jalon", value: milestone || "Non renseigné" },
      ...indicators.map(({ name: indicator, definition, minimum, unit, cadence }) => {
        const often = CADENCE_OPTIONS.find(({ value }) => value === cadence)?.label;
        return {
          label: `Indicateur\u00A0: ${indicator}`,
          value: `${definition}\nMinimum\u00A0: ${minimum} ${unit}${often ? `. ${often}.` : ""}`,
        };
      }),
    ]),
  ];
}

function files({ form, files: joined }: FiledForPaper): DocumentBlock[] {
  if (joined.length === 0) return [paragraph("Aucun fichier n’est joint.")];
  return fileSlots(form).flatMap(({ field, label }) => {
    const own = joined.filter((file) => file.field === field);
    if (own.length === 0) return [];
    return [
      paragraph(`${label}\u00A0:`),
      ...list(
        own.map(
          ({ name, size, status }) =>
            `${name} (${formatSize(size)}, ${FILE_STATUS_WORDS[status].label.toLowerCase()})`,
        ),
      ),
    ];
  });
}

function commitments({ theme, commitments: accepted }: FiledForPaper): DocumentBlock[] {
  const texts = theme.commitments.filter(({ key }) => accepted.includes(key));
  if (texts.length === 0) return [paragraph("Ce thème ne demande aucun engagement.")];
  return [paragraph("Le porteur s’est engagé à\u00A0:"), ...list(texts.map(({ text }) => text))];
}
