import "server-only";
import { afterDecision, authorityOf } from "@/domain/dossier/letter";
import { centsFromBigInt } from "@/domain/money";
import { pinned } from "@/domain/themes/pinned";
import type { Outcome } from "@/domain/themes/types";
import { database } from "./database/client";
import { listedExpectations } from "./expectations";
import { filedContentOf } from "./filed-dossier";
import { type DecisionLetterData, decisionLetterPdf } from "./pdf/decision-letter";
import { service } from "./service";

/**
 * What the letter of a decision says, as it was notified; null while it is not. It is about the filing that was decided,
 * the last one before the decision was taken: a later presentation changes nothing of it. Who may read it is settled by
 * the caller, through `server/visibility`.
 */
export async function readNotifiedLetter(decisionId: string): Promise<DecisionLetterData | null> {
  const decision = await database().decision.findUniqueOrThrow({
    where: { id: decisionId },
    include: {
      expectations: { orderBy: { position: "asc" } },
      dossier: { select: { number: true, filings: { orderBy: { version: "asc" } } } },
    },
  });
  const { dossier, confirmedAt, notifiedAt } = decision;
  const decided = dossier.filings.filter(({ filedAt }) => filedAt <= decision.proposedAt).at(-1);
  if (!confirmedAt || !notifiedAt || !decided) return null;
  const content = filedContentOf(decided);
  const { theme } = pinned({ ...content, themeCode: content.theme });
  const outcome = decision.outcome as Outcome;
  const { name, tagline, contactEmail } = service();
  const { total, base, computedGrant: grant } = content.amounts;
  return {
    service: { name, tagline, contact: contactEmail },
    number: dossier.number,
    title: content.project.title,
    theme: { code: theme.code, title: theme.title },
    carrierName: content.carrier.name,
    authority: authorityOf(theme),
    outcome,
    amount: decision.amount === null ? null : centsFromBigInt(decision.amount),
    computed: { total, base, grant },
    motive: decision.motive,
    strengths: decision.strengths,
    weaknesses: decision.weaknesses,
    expectations: listedExpectations(theme.code, decision.expectations),
    filedAt: decided.filedAt,
    decidedAt: confirmedAt,
    notifiedAt,
    fingerprint: decided.fingerprint,
    nextDates: afterDecision(outcome),
  };
}

/** The same as a tagged PDF. */
export async function notifiedLetter(decisionId: string): Promise<Uint8Array | null> {
  const letter = await readNotifiedLetter(decisionId);
  return letter && decisionLetterPdf(letter);
}
