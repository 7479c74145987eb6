import "server-only";
import { readFileSync } from "node:fs";
import { endOfDay, startOfDay } from "@/domain/calendar";
import { BOPS } from "@/domain/funding/bop";
import type { Cents } from "@/domain/money";
import { formByTheme } from "@/domain/themes/forms";
import { THEMES } from "@/domain/themes/index";
import type { CallDefinition, Theme, ThemeCode } from "@/domain/themes/types";
import type { Transaction } from "./database/client";
import { envelopeChain } from "./envelopes";
import { readProcedureFile } from "./procedure-file";

const PROCEDURES_FILE = "prisma/reference/observatory-procedures.csv";

/**
 * Writes what the texts publish: the version of each theme's rules, its envelopes, its calls; and the first list of
 * procedures. Adds what is missing and changes nothing that exists, so it runs after every deployment: an opened call
 * keeps its rules and its dates.
 */
export async function installReferenceData(tx: Transaction): Promise<void> {
  for (const theme of Object.values(THEMES)) {
    const key = { themeCode: theme.code, version: theme.version };
    await tx.themeVersion.upsert({
      where: { themeCode_version: key },
      create: { ...key, formVersion: formByTheme(theme.code)?.version ?? 0 },
      update: {},
    });
    for (const call of theme.calls) await installCall(tx, theme, call);
  }
  await installProcedures(tx);
}

/** The procedures of the observatoire, once: afterwards the list is the administrators'. */
export async function installProcedures(tx: Transaction): Promise<void> {
  if ((await tx.observatoryProcedure.count()) > 0) return;
  const { procedures, errors } = readProcedureFile(readFileSync(PROCEDURES_FILE, "utf8"));
  if (errors.length > 0) throw new Error(`${PROCEDURES_FILE}: ${JSON.stringify(errors)}`);
  await tx.observatoryProcedure.createMany({ data: procedures });
}

async function installCall(tx: Transaction, theme: Theme, call: CallDefinition): Promise<void> {
  const key = { themeCode: theme.code, key: call.key };
  // Before the call: one that exists may be older than the levels above its envelope.
  const envelopeId = await envelopeOf(tx, theme, call);
  if (await tx.call.findUnique({ where: { themeCode_key: key } })) return;
  await tx.call.create({
    data: {
      ...key,
      themeVersion: theme.version,
      kind: call.kind,
      label: call.label,
      opensAt: call.opensOn && startOfDay(call.opensOn),
      closesAt: call.closesOn && endOfDay(call.closesOn),
      announced: call.announced ?? null,
      monthlyRounds: call.rounds === "monthly",
      envelopeId,
    },
  });
}

/**
 * The envelope a call draws on: its own share where the texts split the theme's (ITN5, Livret l.311-315), within the
 * theme's, within the BOP of the administration that owns the theme (COSINUM l.74). ITN7 belongs to no BOP.
 */
async function envelopeOf(tx: Transaction, theme: Theme, call: CallDefinition): Promise<string> {
  const { code, owner, envelope } = theme;
  const bop = owner.administration && BOPS[owner.administration];
  const bopId = bop && (await install(tx, { themeCode: null, ...bop, parentId: null }));
  const { amount } = envelope;
  const themeId = await install(tx, { themeCode: code, label: code, amount, parentId: bopId });
  if (call.envelope === null) return themeId;
  const label = `${code} – ${call.label}`;
  return install(tx, { themeCode: code, label, amount: call.envelope, parentId: themeId });
}

interface PublishedEnvelope {
  themeCode: ThemeCode | null;
  label: string;
  amount: Cents;
  parentId: string | null;
}

/** The envelope of this name, created within its parent when it is missing; one that exists keeps its amount. */
async function install(tx: Transaction, published: PublishedEnvelope): Promise<string> {
  const { themeCode, label, amount, parentId } = published;
  const existing = await tx.envelope.findFirst({ where: { themeCode, label } });
  if (!existing) {
    const { id } = await tx.envelope.create({
      data: { themeCode, label, total: BigInt(amount), parentId },
    });
    return id;
  }
  if (parentId && existing.parentId === null) await attach(tx, existing.id, parentId);
  return existing.id;
}

/**
 * Puts an envelope that stood alone within another: what was taken from it was taken from each level above too, at the
 * same instants.
 */
async function attach(tx: Transaction, envelopeId: string, parentId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM envelope WHERE id = ${envelopeId}::uuid FOR UPDATE`;
  const entries = await tx.ledgerEntry.findMany({ where: { envelopeId } });
  const { committed } = await tx.envelope.update({
    where: { id: envelopeId },
    data: { parentId },
  });
  for (const { id } of await envelopeChain(parentId, tx)) {
    await tx.envelope.update({ where: { id }, data: { committed: { increment: committed } } });
    await tx.ledgerEntry.createMany({
      data: entries.map(({ decisionId, kind, amount, at }) => ({
        envelopeId: id,
        decisionId,
        kind,
        amount,
        at,
      })),
    });
  }
}
