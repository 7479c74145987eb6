import { visaRule } from "@/domain/dossier/visa";
import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import type { CarrierKind } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { LIVE_DECISION, transitionContext } from "@/server/examined-dossier";
import { type Notice, notify, withdrawProposalNotices } from "@/server/notifications";
import { dnumAgents, teamOf } from "@/server/recipients";
import { transition } from "@/server/transition";
import { carryOver, leaveBehind } from "../carry-over";
import { type Compared, compare, readTarget } from "../comparison";
import { type LockedProposal, lockProposal } from "../locked-proposal";
import type { AcceptRedirectionInput } from "../schemas";
import { leaveSittings, requireOutOfSittings } from "../sittings";

/**
 * Takes a dossier that another theme proposes: it keeps its number, its project and its history, and goes to the call it
 * was proposed to, under that theme's rules and form. What its carrier may keep is kept; what its former theme said of it
 * stays there. The carrier, its team and its DNUM are told in the same transaction. No credit moves: nothing was awarded.
 * Throws as `lockProposal`, and `already-done` when a decision or an open sitting holds it.
 */
export function acceptRedirection(
  actor: Actor,
  input: AcceptRedirectionInput,
): Promise<{ number: string }> {
  return inTransaction(async (tx) => {
    const proposal = await lockProposal(tx, actor, input);
    const { dossier, redirection } = proposal;
    await requireFree(tx, dossier.id);
    const now = await portalNow(tx);
    const target = await readTarget(redirection.toCallId, tx);
    if (!target) throw new Error(`Unknown rules: ${redirection.toTheme}`);
    const { proposedAt } = redirection;
    const compared = await compare({ dossierId: dossier.id, target, proposedAt, now }, tx);
    // Before the transition: the context it reads is that of the theme the dossier leaves.
    const context = await transitionContext(tx, dossier);
    await transition(tx, {
      name: "redirect",
      // The role is read on the theme that receives the dossier.
      dossier: { ...dossier, themeCode: target.theme.code },
      actor,
      context,
      facts: {
        redirectionId: redirection.id,
        fromTheme: redirection.fromTheme,
        toTheme: target.theme.code,
        toCall: target.call.label,
        grantBefore: compared.filed.amounts.computedGrant,
        grantAfter: compared.preview.evaluation.simulation.amounts?.grant ?? null,
      },
      columns: columnsOf(compared),
    });
    await tx.redirection.update({
      where: { id: redirection.id },
      data: { status: "accepted", answeredById: actor.agentId, answeredAt: now },
    });
    await carryOver(tx, { actor, dossierId: dossier.id, compared });
    await leaveBehind(tx, { dossierId: dossier.id, theme: redirection.fromTheme, at: now });
    await leaveSittings(tx, {
      dossierId: dossier.id,
      actorId: actor.agentId,
      theme: redirection.fromTheme,
    });
    // The carrier is told by this very act: from now on it reads its new theme.
    await tx.dossier.update({ where: { id: dossier.id }, data: { notifiedAt: now } });
    await withdrawProposalNotices(tx, dossier.id);
    await notify(tx, await noticesOf(tx, proposal, compared));
    return { number: dossier.number };
  });
}

/** A proposal that waits forbids a decision: what stands here is the fault of whoever wrote without asking. */
async function requireFree(tx: Transaction, dossierId: string): Promise<void> {
  const decisions = await tx.decision.count({
    where: { dossierId, status: { in: [...LIVE_DECISION] } },
  });
  if (decisions > 0) {
    throw new BusinessError("already-done", "Une décision est proposée ou prise sur ce dossier.");
  }
  await requireOutOfSittings(tx, dossierId);
}

/** The dossier's own row under its new theme. It waits for its carrier: nobody instructs it, no opinion stands. */
function columnsOf({ target, preview }: Compared): Prisma.Sql {
  const { theme, form, call } = target;
  const { amounts, verdict } = preview.evaluation.simulation;
  if (!amounts) throw new Error("A theme without rule has no form");
  return Prisma.sql`theme_code = ${theme.code}, theme_version = ${theme.version}, form_version = ${form.version},
    call_id = ${call.id}::uuid, round_id = NULL, presentation = presentation + 1, assignee_id = NULL,
    director_opinion = NULL, director_opinion_at = NULL, set_aside_motive = NULL, total = ${amounts.total}, base = ${amounts.base},
    computed_grant = ${amounts.grant}, requested_grant = least(requested_grant, ${amounts.grant}::bigint), verdict = ${verdict}`;
}

/** The carrier's team reads the reason given to it; the ministry's DNUM, what is asked of it; who proposed, the answer. */
async function noticesOf(
  tx: Transaction,
  { dossier, redirection }: LockedProposal,
  { target }: Compared,
): Promise<Notice[]> {
  const { id: dossierId } = dossier;
  const { ministryId, carrier } = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { ministryId: true, carrier: { select: { kind: true } } },
  });
  const visa = visaRule(target.theme.code, carrier.kind as CarrierKind) ? "asked" : "none";
  const team = await teamOf(tx, dossierId);
  const agents = ministryId ? await dnumAgents(tx, ministryId) : [];
  return [
    ...team.map((recipientId) => ({
      kind: "dossier-redirected" as const,
      recipientId,
      dossierId,
      payload: { reason: redirection.carrierReason },
    })),
    ...agents.map((recipientId) => ({
      kind: "dossier-redirected-dnum" as const,
      recipientId,
      dossierId,
      payload: { from: redirection.fromTheme, visa },
    })),
    {
      kind: "redirection-answered",
      recipientId: redirection.proposedById,
      dossierId,
      payload: { theme: target.theme.code, answer: "accepted" },
    },
  ];
}
