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
  return onList(actor, async ({ tx, list }) => {
    if (list.some(({ code }) => code.toLowerCase() === input.code.toLowerCase())) {
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
  return onList(actor, async ({ tx, list, now }) => {
    const { code, name, ministry } = input;
    const current = found(list, code);
    refuseTakenName(list, input);
    if (current.name !== name || current.ministry !== ministry) {
      const data = { name, ministry, updatedAt: now };
      await tx.observatoryProcedure.update({ where: { code }, data });
      const from = { name: current.name, ministry: current.ministry };
      await record(tx, actor, "procedure-renamed", { code, from, to: { name, ministry } });
    }
    return { code };
  });
}

/** Takes a procedure off the list, or puts it back. Dossiers that chose it keep it. Asked twice, done once. */
export function listProcedure(actor: Actor, input: ListProcedureInput): Promise<{ code: string }> {
  return onList(actor, async ({ tx, list, now }) => {
    const { code, active } = input;
    const current = found(list, code);
    if (current.active !== active) {
      const twin = active && twinOf(list, current);
      if (twin) {
        const message = `La démarche ${twin.code}, dans la liste, porte le même nom. Renommez celle-ci, puis remettez-la.`;
        throw new BusinessError("already-done", message);
      }
      await tx.observatoryProcedure.update({ where: { code }, data: { active, updatedAt: now } });
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
  return onList(actor, async ({ tx, list, now }) => {
    const { procedures, errors } = readProcedureFile(input.content);
    if (errors.length > 0) throw refusedLines(errors);
    const known = new Map(list.map((row) => [row.code.toLowerCase(), row]));
    const added = procedures.filter(({ code }) => !known.has(code.toLowerCase()));
    const done: Imported = { added: added.length, changed: 0, putBack: 0, takenOff: 0 };
    await tx.observatoryProcedure.createMany({ data: added });
    const kept: string[] = [];
    for (const { code: written, name, ministry } of procedures) {
      const current = known.get(written.toLowerCase());
      if (!current) continue;
      const { code } = current;
      kept.push(code);
      const isRenamed = current.name !== name || current.ministry !== ministry;
      if (!isRenamed && current.active) continue;
      const data = { name, ministry, active: true, updatedAt: now };
      await tx.observatoryProcedure.update({ where: { code }, data });
      if (isRenamed) done.changed += 1;
      if (!current.active) done.putBack += 1;
    }
    if (input.replace) {
      const absent = list.filter(({ code, active }) => active && !kept.includes(code));
      const { count } = await tx.observatoryProcedure.updateMany({
        where: { code: { in: absent.map(({ code }) => code) } },
        data: { active: false, updatedAt: now },
      });
      done.takenOff = count;
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

interface HeldList {
  tx: Transaction;
  list: readonly Row[];
  now: Date;
}

/** The whole list, held still: it is short, and two administrators at once would make twins. */
async function onList<Result>(
  actor: Actor,
  work: (held: HeldList) => Promise<Result>,
): Promise<Result> {
  requireAdministrator(actor);
  return inTransaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE observatory_procedure IN SHARE ROW EXCLUSIVE MODE`;
    return work({ tx, list: await readList(tx), now: await portalNow(tx) });
  });
}

function found(list: readonly Row[], code: string): Row {
  const row = list.find((one) => one.code === code);
  if (!row) throw notFound();
  return row;
}

/** Another procedure on the list with the same name, case and accents aside. */
function twinOf(list: readonly Row[], { code, name }: Pick<Row, "code" | "name">) {
  const wanted = plainWords(name);
  return list.find((one) => one.active && one.code !== code && plainWords(one.name) === wanted);
}

function refuseTakenName(list: readonly Row[], input: AddProcedureInput): void {
  const twin = twinOf(list, input);
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
