import "server-only";
import { afterDecision, authorityOf } from "@/domain/dossier/letter";
import { centsFromBigInt } from "@/domain/money";
import { THEMES } from "@/domain/themes/index";
import type { Outcome, ThemeCode } from "@/domain/themes/types";
import { database } from "./database/client";
import { type DecisionLetterData, decisionLetterPdf } from "./pdf/decision-letter";
import { service } from "./service";

/**
 * The letter of a decision as it was notified, as a tagged PDF; null while it is not. It is about the filing that was
 * decided: the last one before the decision was taken.
 */
export async function notifiedLetter(decisionId: string): Promise<Uint8Array | null> {
  const decision = await database().decision.findUniqueOrThrow({
    where: { id: decisionId },
    include: {
      dossier: {
        include: {
          carrier: { select: { name: true } },
          filings: { orderBy: { version: "asc" } },
        },
      },
    },
  });
  const { dossier, confirmedAt, notifiedAt } = decision;
  const decided = dossier.filings.filter(({ filedAt }) => filedAt <= decision.proposedAt).at(-1);
  if (!confirmedAt || !notifiedAt || !decided) return null;
  const theme = THEMES[dossier.themeCode as ThemeCode];
  const outcome = decision.outcome as Outcome;
  const { name, tagline, contactEmail } = service();
  const data: DecisionLetterData = {
    service: { name, tagline, contact: contactEmail },
    number: dossier.number,
    title: dossier.title,
    theme: { code: theme.code, title: theme.title },
    carrierName: dossier.carrier.name,
    authority: authorityOf(theme),
    outcome,
    amount: decision.amount === null ? null : centsFromBigInt(decision.amount),
    computed: {
      total: centsFromBigInt(dossier.total ?? 0n),
      base: centsFromBigInt(dossier.base ?? 0n),
      grant: centsFromBigInt(dossier.computedGrant ?? 0n),
    },
    motive: decision.motive,
    strengths: decision.strengths,
    weaknesses: decision.weaknesses,
    filedAt: decided.filedAt,
    decidedAt: confirmedAt,
    notifiedAt,
    fingerprint: decided.fingerprint,
    nextDates: afterDecision(outcome),
  };
  return decisionLetterPdf(data);
}
