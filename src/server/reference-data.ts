import "server-only";
import { readFileSync } from "node:fs";
import { endOfDay, startOfDay } from "@/domain/calendar";
import { formByTheme } from "@/domain/themes/forms";
import { THEMES } from "@/domain/themes/index";
import type { CallDefinition, Theme } from "@/domain/themes/types";
import type { Transaction } from "./database/client";
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
      envelopeId: await envelopeOf(tx, theme, call),
    },
  });
}

/** A call with its own share of the money has its own envelope (ITN5, Livret l.311-315); the others share the theme's. */
async function envelopeOf(tx: Transaction, theme: Theme, call: CallDefinition): Promise<string> {
  const label = call.envelope === null ? theme.code : `${theme.code} – ${call.label}`;
  const existing = await tx.envelope.findFirst({ where: { themeCode: theme.code, label } });
  if (existing) return existing.id;
  const total = BigInt(call.envelope ?? theme.envelope.amount);
  const { id } = await tx.envelope.create({ data: { themeCode: theme.code, label, total } });
  return id;
}
