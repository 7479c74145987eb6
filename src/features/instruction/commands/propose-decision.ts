import { askedTargets } from "@/domain/dossier/editing";
import { aboutName, expectationName, MOST_EXPECTATIONS } from "@/domain/dossier/expectations";
import { decidableFrom, refusal, TRANSITION_OF_OUTCOME } from "@/domain/dossier/transitions";
import { BusinessError, type FieldError } from "@/domain/errors";
import { type Cents, formatEuros, least, parseEuros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { formByTheme } from "@/domain/themes/forms";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { envelopesOf, requireWithinEnvelopes } from "@/server/envelopes";
import {
  type ExaminedDossier,
  LIVE_DECISION,
  lockExamined,
  transitionContext,
} from "@/server/examined-dossier";
import { simulateFiled } from "@/server/filed-dossier";
import { requireDeliberating } from "@/server/sitting";
import { type DirectorOpinionInput, NOTHING_EXPECTED, type ProposeInput } from "../schemas";

/**
 * Proposes a decision, which another person confirms. An amount is bounded by the computed grant and by what each
 * envelope has left today; « à représenter » says what the new presentation must answer. Throws `grant-exceeded`,
 * `envelope-exceeded`, `already-done` when a decision is waiting or taken, `incomplete` when the path or the opinion of
 * the director of DINUM forbids it, `invalid-input` when nothing is expected, or something the form has not.
 */
export async function proposeDecision(actor: Actor, input: ProposeInput): Promise<{ id: string }> {
  try {
    return await inTransaction((tx) => proposeOnce(tx, actor, input));
  } catch (error) {
    // The unique index: one live decision per dossier.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      throw alreadyProposed();
    }
    throw error;
  }
}

async function proposeOnce(tx: Transaction, actor: Actor, input: ProposeInput) {
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
  const expectations = expectationsOf(dossier, input);
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

/** What the new presentation must answer, numbered; each about something the dossier's own form has, or about the whole. */
function expectationsOf(
  { themeCode }: ExaminedDossier,
  { outcome, expectations = [] }: ProposeInput,
) {
  if (outcome !== "to-be-presented-again") return [];
  const wrong = (errors: readonly FieldError[]) =>
    new BusinessError("invalid-input", "Les attentes sont à corriger.", errors);
  if (expectations.length === 0 || expectations.length > MOST_EXPECTATIONS) {
    throw wrong([{ path: expectationName(1), message: NOTHING_EXPECTED }]);
  }
  const form = formByTheme(themeCode);
  const known = new Set((form ? askedTargets(form) : []).map(({ target }) => target));
  const errors = expectations
    .filter(({ target }) => target !== null && !known.has(target))
    .map(
      ({ position }): FieldError => ({
        path: aboutName(position),
        message: `Attente ${position}\u00A0: choisissez une question ou une étape de la liste.`,
      }),
    );
  if (errors.length > 0) throw wrong(errors);
  return expectations.map(({ body, target }, index) => ({ position: index + 1, body, target }));
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

/** Records the opinion of the director of DINUM, required above 9 M€ before any award (action 6-2 l.118). Once. */
export function recordDirectorOpinion(actor: Actor, input: DirectorOpinionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "record-director-opinion");
    if (dossier.directorOpinion !== null) {
      throw new BusinessError(
        "already-done",
        "L’avis du directeur de la DINUM est déjà enregistré.",
      );
    }
    const at = await portalNow(tx);
    await tx.dossier.update({
      where: { id: dossier.id },
      data: { directorOpinion: input.opinion, directorOpinionAt: at },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "record-director-opinion",
      facts: { opinion: input.opinion },
    });
  });
}
