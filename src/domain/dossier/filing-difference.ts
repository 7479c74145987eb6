import { type Cents, formatEuros } from "@/domain/money";
import { fileSlots } from "@/domain/themes/file-slots";
import type { FormStep, Theme, ThemeForm } from "@/domain/themes/types";
import {
  CO_FINANCERS_HISTORY,
  fieldLabel,
  PLAN_HISTORY,
  type RowWords,
  revisionText,
  rowsInWords,
} from "./answer-words";
import { asks, type TypedAnswers } from "./answers";
import type { TypedCoFinancer } from "./co-financing";
import { type FiledFile, formatSize } from "./files";
import type { TypedLine } from "./funding-plan";

/** A filing, as it is compared with another one of the same dossier: maybe under another theme. */
export interface ComparedFiling {
  theme: Pick<Theme, "code" | "commitments">;
  form: ThemeForm;
  answers: TypedAnswers;
  lines: readonly TypedLine[];
  coFinancers: readonly TypedCoFinancer[];
  /** Keys of the commitments accepted. */
  commitments: readonly string[];
  /** Names of the organisations associated to the carrier. */
  coCarriers: readonly string[];
  files: readonly Omit<FiledFile, "id">[];
  amounts: { total: Cents; base: Cents; computedGrant: Cents; requestedGrant: Cents };
}

/** One row of a list: what it was, what it is. */
export type RowChange =
  | { state: "added"; after: string }
  | { state: "removed"; before: string }
  | { state: "changed"; before: string; after: string };

/** One thing that differs: a text, or the rows of a list. */
export type Change =
  | { label: string; before: string; after: string; rows?: undefined }
  | { label: string; rows: readonly RowChange[]; before?: undefined; after?: undefined };

/** What differs in one step of the form. */
export interface StepChanges {
  /** The step's, unique in the difference. */
  key: string;
  title: string;
  changes: readonly Change[];
}

/** The key of what belongs to no step; no step of a form bears it. */
const WHOLE_DOSSIER = "ensemble";

/**
 * What differs from a filing to a later one, step by step in the order of the later one's form: answers, plan,
 * co-financers, phases, sites, files, commitments. What a former theme asked and the new one does not comes last, as
 * removed. Nothing that is the same is told; nothing that differs is left out.
 */
export function filingDifference(before: ComparedFiling, after: ComparedFiling): StepChanges[] {
  const own = after.form.steps.map((step) => ({
    key: step.key,
    title: step.title,
    changes: stepChanges(step, before, after),
  }));
  const left = before.form.steps.flatMap((step) =>
    fieldsOf(step)
      .filter((field) => !asks(after.form, field))
      .flatMap((field) => fieldChange(field, before, after)),
  );
  const steps = [
    { key: WHOLE_DOSSIER, title: "Le dossier", changes: wholeChanges(before, after) },
    ...own,
    { key: "ancien-theme", title: `Questions du thème ${before.theme.code}`, changes: left },
  ];
  return steps.filter(({ changes }) => changes.length > 0);
}

/** The answers of a step, its list among them. */
function fieldsOf({ kind, fields }: FormStep): readonly string[] {
  return kind === "phases" || kind === "sites" ? [kind, ...fields] : fields;
}

function stepChanges(step: FormStep, before: ComparedFiling, after: ComparedFiling): Change[] {
  const changes = fieldsOf(step).flatMap((field) => fieldChange(field, before, after));
  switch (step.kind) {
    case "plan":
      return [
        ...listChange("Dépenses", {
          before: rowsInWords(PLAN_HISTORY, before.lines),
          after: rowsInWords(PLAN_HISTORY, after.lines),
        }),
        ...listChange("Co-financeurs", {
          before: rowsInWords(CO_FINANCERS_HISTORY, before.coFinancers),
          after: rowsInWords(CO_FINANCERS_HISTORY, after.coFinancers),
        }),
        ...changes,
      ];
    case "files":
      return [...listChange("Fichiers", { before: fileRows(before), after: fileRows(after) })];
    case "commitments":
      return [
        ...listChange("Engagements", {
          before: commitmentRows(before),
          after: commitmentRows(after),
        }),
      ];
    default:
      return changes;
  }
}

/** What differs in an answer; a form that does not ask it has none. */
function fieldChange(field: string, before: ComparedFiling, after: ComparedFiling): Change[] {
  const { form } = asks(after.form, field) ? after : before;
  const label = fieldLabel(form, field);
  const valueIn = (filing: ComparedFiling) =>
    asks(filing.form, field) ? filing.answers[field] : undefined;
  const lists = {
    before: rowsInWords(field, valueIn(before)),
    after: rowsInWords(field, valueIn(after)),
  };
  if (lists.before && lists.after) return listChange(label, lists);
  const texts = {
    before: revisionText(before.form, field, valueIn(before)),
    after: revisionText(after.form, field, valueIn(after)),
  };
  return texts.before === texts.after ? [] : [{ label, ...texts }];
}

interface Lists {
  before: readonly RowWords[] | null;
  after: readonly RowWords[] | null;
}

function listChange(label: string, { before, after }: Lists): Change[] {
  const rows = rowChanges(before ?? [], after ?? []);
  return rows.length === 0 ? [] : [{ label, rows }];
}

/**
 * The rows that differ, whatever their order: those alike on both sides go together, as many times as they come; then
 * those that bear the same name, in order, are one row that changed; the rest is removed, or added.
 */
export function rowChanges(
  before: readonly RowWords[],
  after: readonly RowWords[],
): readonly RowChange[] {
  const gone = [...before];
  const come = after.filter(({ text }) => take(gone, (row) => row.text === text) === null);
  const changes = come.map((row): RowChange => {
    const former = row.name === "" ? null : take(gone, ({ name }) => name === row.name);
    return former
      ? { state: "changed", before: former.text, after: row.text }
      : { state: "added", after: row.text };
  });
  return [...gone.map((row): RowChange => ({ state: "removed", before: row.text })), ...changes];
}

/** Takes the first row that fits off a list; null when none does. */
function take(rows: RowWords[], fits: (row: RowWords) => boolean): RowWords | null {
  const index = rows.findIndex(fits);
  return index === -1 ? null : (rows.splice(index, 1)[0] ?? null);
}

/** A file is its content: joined again under the same name with other bytes, it has changed. */
function fileRows({ form, files }: ComparedFiling): RowWords[] {
  const slots = fileSlots(form);
  return files.map(({ field, name, size, sha256 }) => {
    const slot = slots.find((each) => each.field === field)?.label;
    const words = [slot, formatSize(size), `empreinte ${sha256.slice(0, 12)}`].filter(Boolean);
    return { name, text: `${name} (${words.join(", ")})` };
  });
}

function commitmentRows({ theme, commitments }: ComparedFiling): RowWords[] {
  return theme.commitments
    .filter(({ key }) => commitments.includes(key))
    .map(({ text }) => ({ name: "", text }));
}

/** What belongs to no step: the theme, the organisations, the amounts. */
function wholeChanges(before: ComparedFiling, after: ComparedFiling): Change[] {
  const name = (text: string): RowWords => ({ name: "", text });
  const texts: [string, string, string][] = [
    ["Thème", before.theme.code, after.theme.code],
    ...(["total", "base", "computedGrant", "requestedGrant"] as const).map(
      (key): [string, string, string] => [
        AMOUNTS[key],
        formatEuros(before.amounts[key]),
        formatEuros(after.amounts[key]),
      ],
    ),
  ];
  return [
    ...texts
      .filter(([, one, other]) => one !== other)
      .map(([label, one, other]) => ({ label, before: one, after: other })),
    ...listChange("Co-porteurs", {
      before: before.coCarriers.map(name),
      after: after.coCarriers.map(name),
    }),
  ];
}

const AMOUNTS = {
  total: "Coût total, TTC",
  base: "Base de calcul, TTC",
  computedGrant: "Subvention calculée",
  requestedGrant: "Subvention demandée",
} as const;
