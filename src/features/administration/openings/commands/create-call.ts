import { notFound } from "@/domain/errors";
import { parseEuros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { formByTheme } from "@/domain/themes/forms";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { CreateCallInput } from "../schemas";
import { keptThemes } from "../who";
import { invalid, record } from "./kept-call";
import { readPeriod, told } from "./period";

/** Creates a call of a theme, under the theme's current rules. It opens and closes on Paris days. */
export async function createCall(actor: Actor, input: CreateCallInput): Promise<{ id: string }> {
  if (!keptThemes(actor).includes(input.theme)) throw notFound();
  const theme = THEMES[input.theme];
  if (!theme.funding) {
    throw invalid(
      "theme",
      "Aucune règle n’est publiée pour ce thème\u00A0: il ne peut pas ouvrir.",
    );
  }
  return inTransaction(async (tx) => {
    const now = await portalNow(tx);
    const period = readPeriod(input, now);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`calls of ${theme.code}`}))`;
    const key = await nextKey(tx, theme.code, input.kind);
    const { version } = theme;
    await tx.themeVersion.upsert({
      where: { themeCode_version: { themeCode: theme.code, version } },
      create: {
        themeCode: theme.code,
        version,
        formVersion: formByTheme(theme.code)?.version ?? 0,
      },
      update: {},
    });
    const { id } = await tx.call.create({
      data: {
        themeCode: theme.code,
        themeVersion: version,
        key,
        kind: input.kind,
        label: input.label,
        ...period,
        monthlyRounds: theme.calls.some(({ rounds }) => rounds === "monthly"),
        envelopeId: await envelopeFor(tx, theme.code, input),
      },
    });
    await record(tx, actor, "call-created", { callId: id, theme: theme.code, ...told(input) });
    return { id };
  });
}

/** `aap-4`: stable, and never one that exists. */
async function nextKey(tx: Transaction, themeCode: ThemeCode, kind: string): Promise<string> {
  const taken = await tx.call.findMany({ where: { themeCode }, select: { key: true } });
  const keys = new Set(taken.map(({ key }) => key));
  for (let rank = 1; ; rank += 1) {
    const key = rank === 1 ? kind : `${kind}-${rank}`;
    if (!keys.has(key)) return key;
  }
}

/** The theme's own envelope, or one of the call's own within it. */
async function envelopeFor(
  tx: Transaction,
  themeCode: ThemeCode,
  { envelope, label }: CreateCallInput,
): Promise<string> {
  const own = await tx.envelope.findFirst({ where: { themeCode, label: themeCode } });
  if (envelope === "" && own) return own.id;
  if (envelope === "") {
    throw invalid(
      "envelope",
      "Ce thème n’a pas d’enveloppe commune\u00A0: donnez celle de l’ouverture.",
    );
  }
  const { id } = await tx.envelope.create({
    data: {
      themeCode,
      label: `${themeCode} – ${label}`,
      total: BigInt(parseEuros(envelope) ?? 0),
      parentId: own?.id ?? null,
    },
  });
  return id;
}
