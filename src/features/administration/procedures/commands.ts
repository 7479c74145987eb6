import { plainWords } from "@/domain/dossier/pasted-table";
import { BusinessError, notFound } from "@/domain/errors";
import type { JsonObject } from "@/domain/evidence/canonical";
import type { Actor } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { fingerprint } from "@/server/fingerprint";
import { type LineError, readProcedureFile } from "@/server/procedure-file";
import { requireAdministrator } from "../administrator";
import type { AddProcedureInput, ImportProceduresInput, ListProcedureInput } from "./schemas";

type Row = Awaited<ReturnType<typeof readList>>[number];

/** Adds a procedure to the list. Throws `invalid-input` when its code or its name is taken. */
export function addProcedure(actor: Actor, input: AddProcedureInput): Promise<{ code: string }> {
  return onList(actor, async (tx, list) => {
    if (list.some(({ code }) => sameCode(code, input.code))) {
      throw refused("code", "Ce code est déjà celui d’une démarche. Choisissez-en un autre.");
    }
    refuseTakenName(list, input);
    const { code, name, ministry } = input;
    await tx.observatoryProcedure.create({ data: { code, name, ministry } });
    await record(tx, actor, "procedure-added", { code, name, ministry });
    return { code };
  });
}

/** Changes the name or the ministry of a procedure; dossiers keep the name under which they chose it. */
export function renameProcedure(actor: Actor, input: AddProcedureInput): Promise<{ code: string }> {
  return onList(actor, async (tx, list) => {
    const { code, name, ministry } = input;
    const current = found(list, code);
    refuseTakenName(list, input);
    if (current.name !== name || current.ministry !== ministry) {
      await change(tx, code, { name, ministry });
      const from = { name: current.name, ministry: current.ministry };
      await record(tx, actor, "procedure-renamed", { code, from, to: { name, ministry } });
    }
    return { code };
  });
}

/** Takes a procedure off the list, or puts it back. Dossiers that chose it keep it. Asked twice, done once. */
export function listProcedure(actor: Actor, input: ListProcedureInput): Promise<{ code: string }> {
  return onList(actor, async (tx, list) => {
    const { code, active } = input;
    if (found(list, code).active !== active) {
      await change(tx, code, { active });
      await record(tx, actor, active ? "procedure-put-back" : "procedure-taken-off", { code });
    }
    return { code };
  });
}

/** What an import changed, in numbers of procedures. */
export interface Imported {
  added: number;
  changed: number;
  putBack: number;
  takenOff: number;
}

/**
 * Adds and updates the procedures of a file, by code; with `replace`, takes off the list those it does not hold. All of
 * it or nothing: throws `invalid-input` with a sentence per wrong line.
 */
export function importProcedures(actor: Actor, input: ImportProceduresInput): Promise<Imported> {
  return onList(actor, async (tx, list) => {
    const { procedures, errors } = readProcedureFile(input.content);
    if (errors.length > 0) throw refusedLines(errors);
    const done: Imported = { added: 0, changed: 0, putBack: 0, takenOff: 0 };
    const kept = new Set<string>();
    for (const { code, name, ministry } of procedures) {
      const current = list.find((one) => sameCode(one.code, code));
      if (!current) {
        await tx.observatoryProcedure.create({ data: { code, name, ministry } });
        done.added += 1;
        continue;
      }
      kept.add(current.code);
      const isRenamed = current.name !== name || current.ministry !== ministry;
      if (isRenamed || !current.active) {
        await change(tx, current.code, { name, ministry, active: true });
      }
      if (isRenamed) done.changed += 1;
      if (!current.active) done.putBack += 1;
    }
    const absent = list.filter(({ code, active }) => active && !kept.has(code));
    if (input.replace) {
      for (const { code } of absent) await change(tx, code, { active: false });
      done.takenOff = absent.length;
    }
    refuseTwins(await readList(tx));
    const facts = { ...done, fingerprint: fingerprint({ content: input.content }) };
    await record(tx, actor, "procedures-imported", facts);
    return done;
  });
}

function readList(tx: Transaction) {
  return tx.observatoryProcedure.findMany({ orderBy: { code: "asc" } });
}

/** The whole list, held still: it is short, and two administrators at once would make twins. */
async function onList<Result>(
  actor: Actor,
  work: (tx: Transaction, list: readonly Row[]) => Promise<Result>,
): Promise<Result> {
  requireAdministrator(actor);
  return inTransaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE observatory_procedure IN SHARE ROW EXCLUSIVE MODE`;
    return work(tx, await readList(tx));
  });
}

const sameCode = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function found(list: readonly Row[], code: string): Row {
  const row = list.find((one) => one.code === code);
  if (!row) throw notFound();
  return row;
}

function refuseTakenName(list: readonly Row[], { code, name }: AddProcedureInput): void {
  const twin = list.find((one) => one.code !== code && plainWords(one.name) === plainWords(name));
  if (twin) {
    throw refused("name", `La démarche ${twin.code} porte déjà ce nom. Précisez celui-ci.`);
  }
}

/** Two procedures on the list never share a name: it is how carriers choose one. */
function refuseTwins(list: readonly Row[]): void {
  const byName = new Map<string, string>();
  for (const { code, name, active } of list) {
    if (!active) continue;
    const twin = byName.get(plainWords(name));
    if (twin) {
      throw refused(
        "content",
        `Les démarches ${twin} et ${code} porteraient le même nom\u00A0: «\u00A0${name}\u00A0». Précisez l’un des deux.`,
      );
    }
    byName.set(plainWords(name), code);
  }
}

async function change(
  tx: Transaction,
  code: string,
  data: { name?: string; ministry?: string; active?: boolean },
): Promise<void> {
  const updatedAt = await portalNow(tx);
  await tx.observatoryProcedure.update({ where: { code }, data: { ...data, updatedAt } });
}

function record(tx: Transaction, actor: Actor, action: string, facts: JsonObject): Promise<void> {
  return recordFact(tx, { chain: GENERAL_CHAIN, actorId: actor.agentId, action, facts });
}

const MAX_LINES_TOLD = 20;

/** One sentence per wrong line, beside the one field that holds them all. */
function refusedLines(errors: readonly LineError[]): BusinessError {
  const told = errors
    .slice(0, MAX_LINES_TOLD)
    .map(({ line, message }) => `Ligne ${line}\u00A0: ${message}`);
  const more = errors.length - told.length;
  if (more > 0) told.push(`Lignes suivantes\u00A0: ${more} autres erreurs à corriger.`);
  return new BusinessError(
    "invalid-input",
    "Rien n’a été importé\u00A0: corrigez le fichier, puis recommencez.",
    told.map((message) => ({ path: "content", message })),
  );
}

function refused(path: string, message: string): BusinessError {
  return new BusinessError("invalid-input", message, [{ path, message }]);
}
