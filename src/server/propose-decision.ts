import "server-only";
import { decidableFrom, refusal, TRANSITION_OF_OUTCOME } from "@/domain/dossier/transitions";
import { BusinessError } from "@/domain/errors";
import type { MotiveCode } from "@/domain/evaluation/motives";
import { type Cents, formatEuros, least, parseEuros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "./audit";
import { inTransaction, type Transaction } from "./database/client";
import { Prisma } from "./database/generated/client";
import { envelopesOf, requireWithinEnvelopes } from "./envelopes";
import {
  type ExaminedDossier,
  LIVE_DECISION,
  lockExamined,
  transitionContext,
} from "./examined-dossier";
import { simulateFiled } from "./filed-dossier";
import { requireDeliberating } from "./sitting";

/** What is proposed on a dossier. */
export interface Proposal {
  number: string;
  outcome: keyof typeof TRANSITION_OF_OUTCOME;
  /** As typed; read only when the dossier is accepted. */
  amount?: string | undefined;
  motiveCode: MotiveCode;
  motive: string;
  strengths: string;
  weaknesses: string;
  /** The sitting it is proposed in, which must then be examining the dossier with its quorum. */
  session?: string | undefined;
}

/** What a new presentation must answer, numbered; refused where it names what the dossier's form has not. */
type ExpectedOf = (
  dossier: ExaminedDossier,
) => readonly { position: number; body: string; target: string | null }[];

/** Proposes one decision in its own transaction: one by one, or line by line from a ranking. */
export async function proposeOnce(
  actor: Actor,
  input: Proposal,
  expectedOf: ExpectedOf = () => [],
): Promise<{ id: string }> {
  try {
    return await inTransaction((tx) => propose(tx, actor, input, expectedOf));
  } catch (error) {
    // The unique index: one live decision per dossier.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      throw alreadyProposed();
    }
    throw error;
  }
}

async function propose(tx: Transaction, actor: Actor, input: Proposal, expectedOf: ExpectedOf) {
  const dossier = await lockExamined(tx, actor, input.number, "propose-decision");
  // The minister answers what is proposed: the arbitration stands before the confirmation alone.
  const context = { ...(await transitionContext(tx, dossier)), arbitrated: true };
  const reason = refusal(TRANSITION_OF_OUTCOME[input.outcome], dossier.status, context);
  if (reason) {
    const decidable = decidableFrom(dossier.theme.selection).includes(dossier.status);
    throw new BusinessError(decidable ? "incomplete" : "changed-meanwhile", reason);
  }
  const live = await tx.decision.count({
    where: { dossierId: dossier.id, status: { in: [...LIVE_DECISION] } },
  });
  if (live > 0) throw alreadyProposed();
  if (input.session) await requireDeliberating(tx, input.session, dossier.id);
  const expectations = [...expectedOf(dossier)];
  const bound = await grantBound(tx, dossier);
  const amount = input.outcome === "accepted" ? parseEuros(input.amount ?? "") : null;
  if (amount !== null) {
    requireWithinGrant(amount, bound);
    requireWithinEnvelopes(await envelopesOf(dossier, tx), amount);
  }
  const { id } = await tx.decision.create({
    data: {
      dossierId: dossier.id,
      presentation: dossier.presentation,
      sessionId: input.session ?? null,
      outcome: input.outcome,
      amount: amount === null ? null : BigInt(amount),
      computedGrant: BigInt(bound),
      motiveCode: input.motiveCode,
      motive: input.motive,
      strengths: input.strengths,
      weaknesses: input.weaknesses,
      proposedById: actor.agentId,
      expectations: { create: expectations },
    },
  });
  await recordFact(tx, {
    chain: dossierChain(dossier.id),
    actorId: actor.agentId,
    action: "propose-decision",
    facts: {
      decisionId: id,
      outcome: input.outcome,
      motiveCode: input.motiveCode,
      amount,
      computedGrant: bound,
      ...(expectations.length > 0 && { expectations: expectations.length }),
    },
  });
  return { id };
}

function alreadyProposed(): BusinessError {
  return new BusinessError(
    "already-done",
    "Une décision est déjà proposée ou prise sur ce dossier\u00A0: la vôtre n’a pas été enregistrée.",
  );
}

/**
 * The most a dossier may receive: what was computed at its filing, lowered by what its project has been granted since
 * where the theme caps the project.
 */
export async function grantBound(tx: Transaction, dossier: ExaminedDossier): Promise<Cents> {
  const today = await simulateFiled(dossier.id, tx);
  return today?.amounts ? least(dossier.computedGrant, today.amounts.grant) : dossier.computedGrant;
}

/** Throws `grant-exceeded` when an amount passes the computed grant. */
export function requireWithinGrant(amount: Cents, bound: Cents): void {
  if (amount <= bound) return;
  const message = `La subvention calculée est de ${formatEuros(bound)}\u00A0: le montant accordé ne peut pas la dépasser. Réduisez-le.`;
  throw new BusinessError("grant-exceeded", message, [{ path: "amount", message }]);
}
