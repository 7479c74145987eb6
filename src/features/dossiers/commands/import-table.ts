import { isBlank, MAX_LINES, type TypedLine } from "@/domain/dossier/funding-plan";
import { PASTED_PLAN } from "@/domain/dossier/pasted-plan";
import { PASTED_SITES } from "@/domain/dossier/pasted-sites";
import { asRows, asText, type PastedTable, readPasted } from "@/domain/dossier/pasted-table";
import { MAX_SITES, sitePath, type TypedSite } from "@/domain/dossier/sites";
import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { pinned } from "@/domain/themes/pinned";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import { readTableFile, readTableText } from "../spreadsheet/read-table";
import type { ImportTableInput } from "../table-schemas";
import { changedMeanwhile, changeSites } from "./change-sites";
import { changePlan } from "./save-plan";

export type ImportedTable =
  /** Read, and given back as a text one can correct: the page shows what it holds. */
  | { added: null; table: string }
  /** In the draft: the step of the list, and the path of the first line added. */
  | { added: number; step: string; anchor: string };

/**
 * Reads a table pasted or uploaded, and puts it in the draft when it is asked and nothing is wrong: after what is there,
 * or in its place. Throws `invalid-input` when it cannot be read, `changed-meanwhile` when the list to replace is no
 * longer the one that was seen.
 */
export async function importTable(actor: Actor, input: ImportTableInput): Promise<ImportedTable> {
  const dossier = await database().dossier.findFirst({
    where: { number: input.number, ...visibleDossiers(actor, "carrier") },
  });
  if (!dossier) throw notFound();
  const kind = input.list === "sites" ? "sites" : "plan";
  const step = pinned(dossier).form.steps.find((one) => one.kind === kind);
  if (!step) throw notFound();
  const rows = input.file ? await readTableFile(input.file) : readTableText(input.table);
  const table = asText(rows);
  if (table.trim() === "") {
    throw new BusinessError("invalid-input", "Il n’y a rien à lire.", [
      { path: "table", message: "Collez les lignes d’un tableur, ou choisissez un fichier." },
    ]);
  }
  const clean = asRows(table);
  const change: Change = { actor, ...input, replaces: input.do === "replace" };
  if (kind === "plan") {
    const read = readPasted(PASTED_PLAN, clean);
    if (input.do === "check" || !isSound(read)) return { added: null, table };
    const first = await addLines(change, linesOf(read));
    return { added: read.rows.length, step: step.key, anchor: `plan.${first}.label` };
  }
  const read = readPasted(PASTED_SITES, clean);
  if (input.do === "check" || !isSound(read)) return { added: null, table };
  const first = await addSites(change, linesOf(read));
  return { added: read.rows.length, step: step.key, anchor: sitePath(first, "name") };
}

interface Change {
  actor: Actor;
  number: string;
  revision: number;
  replaces: boolean;
}

const isSound = ({ refusal, rows }: PastedTable<unknown>) =>
  refusal === null && rows.every(({ problems }) => problems.length === 0);
const linesOf = <Line>({ rows }: PastedTable<Line>) => rows.map(({ line }) => line);

/** The list after a change; the index of the first line added is its old length. */
function joined<Line>(
  saved: readonly Line[],
  added: readonly Line[],
  limit: number,
  plural: string,
) {
  if (saved.length + added.length <= limit) return [...saved, ...added];
  const message = `Le dossier compte déjà ${saved.length} ${plural} et en accepte ${limit} au plus. Retirez ${saved.length + added.length - limit} lignes du tableau.`;
  throw new BusinessError("invalid-input", message, [{ path: "table", message }]);
}

async function addLines(change: Change, lines: readonly TypedLine[]): Promise<number> {
  let first = 0;
  await changePlan(change.actor, change.number, (saved, revision) => {
    if (change.replaces) {
      if (revision !== change.revision) throw changedMeanwhile("le plan");
      return { ...saved, lines };
    }
    const kept = saved.lines.filter((line) => !isBlank(line));
    first = kept.length;
    return { ...saved, lines: joined(kept, lines, MAX_LINES, "dépenses") };
  });
  return first;
}

async function addSites(change: Change, sites: readonly TypedSite[]): Promise<number> {
  let first = 0;
  await changeSites(change.actor, change.number, (saved, revision) => {
    if (change.replaces) {
      if (revision !== change.revision) throw changedMeanwhile("les sites");
      return sites;
    }
    first = saved.length;
    return joined(saved, sites, MAX_SITES, "sites");
  });
  return first;
}
