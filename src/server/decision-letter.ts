import "server-only";
import { afterDecision, authorityOf } from "@/domain/dossier/letter";
import { centsFromBigInt } from "@/domain/money";
import { pinned } from "@/domain/themes/pinned";
import type { Outcome } from "@/domain/themes/types";
import { database, type Transaction } from "./database/client";
import { listedExpectations } from "./expectations";
import { filedContentOf } from "./filed-dossier";
import { fingerprint } from "./fingerprint";
import { type DecisionLetterData, decisionLetterPdf } from "./pdf/decision-letter";
import { onPaper } from "./pdf/paper";
import { recordSeal } from "./seals";

/** A letter as it stands: not notified yet, it has neither date nor seal. */
export type DraftLetter = Omit<DecisionLetterData, "notifiedAt"> & { notifiedAt: Date | null };

/**
 * What the letter of a confirmed decision says; null while it is only proposed. It is about the filing that was decided,
 * the last one before the decision was taken: a later presentation changes nothing of it. Who may read it is settled by
 * the caller, through `server/visibility`.
 */
export async function readLetter(
  decisionId: string,
  tx: Transaction = database(),
): Promise<DraftLetter | null> {
  const decision = await tx.decision.findUniqueOrThrow({
    where: { id: decisionId },
    include: {
      expectations: { orderBy: { position: "asc" } },
      dossier: {
        select: {
          number: true,
          filings: { orderBy: { version: "asc" } },
          assignments: { where: { status: "recused" }, select: { presentation: true } },
        },
      },
    },
  });
  const { dossier, confirmedAt, notifiedAt, presentation } = decision;
  const decided = dossier.filings.filter(({ filedAt }) => filedAt <= decision.proposedAt).at(-1);
  if (!confirmedAt || !decided) return null;
  const content = filedContentOf(decided);
  const { theme } = pinned({ ...content, themeCode: content.theme });
  const outcome = decision.outcome as Outcome;
  const { total, base, computedGrant: grant } = content.amounts;
  return {
    service: onPaper(),
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
    recused: dossier.assignments.filter((each) => each.presentation === presentation).length,
    fingerprint: decided.fingerprint,
    seal: decision.letterSeal,
    nextDates: afterDecision(outcome),
  };
}

/** The letter of a decision as it was notified; null while it is not. */
export async function readNotifiedLetter(decisionId: string): Promise<DecisionLetterData | null> {
  const letter = await readLetter(decisionId);
  return letter?.notifiedAt ? { ...letter, notifiedAt: letter.notifiedAt } : null;
}

/** The same as a tagged PDF. */
export async function notifiedLetter(decisionId: string): Promise<Uint8Array | null> {
  const letter = await readNotifiedLetter(decisionId);
  return letter && decisionLetterPdf(letter);
}

/**
 * Seals the letter of a decision in the transaction that notifies it: the fingerprint of all it says, which anybody may
 * verify. What the portal says of itself is not of the letter. Returns the fingerprint.
 */
export async function sealLetter(tx: Transaction, decisionId: string): Promise<string> {
  const letter = await readLetter(decisionId, tx);
  if (!letter?.notifiedAt) throw new Error(`Decision ${decisionId} has no letter to seal`);
  const { service: _, seal: __, filedAt, decidedAt, notifiedAt, ...said } = letter;
  const seal = fingerprint(
    JSON.parse(JSON.stringify({ kind: "letter", ...said, filedAt, decidedAt, notifiedAt })),
  );
  await tx.decision.update({ where: { id: decisionId }, data: { letterSeal: seal } });
  await recordSeal(tx, { fingerprint: seal, kind: "letter" });
  return seal;
}
