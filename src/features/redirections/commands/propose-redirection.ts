import { proposalObstacle } from "@/domain/dossier/redirection";
import { BusinessError } from "@/domain/errors";
import { isOpen } from "@/domain/funding/calls";
import type { Actor } from "@/domain/rights/actor";
import { rolesWith } from "@/domain/rights/permissions";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import {
  type ExaminedDossier,
  LIVE_DECISION,
  lockExamined,
  transitionContext,
} from "@/server/examined-dossier";
import { notify, withdrawProposalNotices } from "@/server/notifications";
import { themeAgents } from "@/server/recipients";
import { compare, readTarget, type Target } from "../comparison";
import type { ProposeRedirectionInput, WithdrawRedirectionInput } from "../schemas";
import { requireOutOfSittings } from "../sittings";

/**
 * Proposes a dossier to another theme, in one of its open calls: until it is answered, nothing is decided, asked nor
 * entrusted on the dossier. Throws `already-done` for a dossier that cannot go now, `invalid-input` for a call that is
 * not open, of the same theme, or of a theme that nobody else may answer for.
 */
export function proposeRedirection(
  actor: Actor,
  input: ProposeRedirectionInput,
): Promise<{ theme: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "propose-redirection");
    await requireProposable(tx, dossier);
    const now = await portalNow(tx);
    const target = await readTarget(input.call, tx);
    if (!target || target.theme.code === dossier.themeCode || !isOpen(target.call, now)) {
      throw wrong("Choisissez une ouverture en cours d’un autre thème.");
    }
    // Read first: a dossier whose content is not here goes nowhere.
    await compare({ dossierId: dossier.id, target, proposedAt: now, now }, tx);
    const owners = await ownersOf(tx, actor, target);
    const { id } = await tx.redirection.create({
      data: {
        dossierId: dossier.id,
        fromTheme: dossier.themeCode,
        fromThemeVersion: dossier.theme.version,
        fromFormVersion: dossier.formVersion,
        fromCallId: dossier.callId,
        toTheme: target.theme.code,
        toCallId: target.call.id,
        reason: input.reason,
        carrierReason: input.carrierReason,
        proposedById: actor.agentId,
      },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "propose-redirection",
      facts: {
        redirectionId: id,
        toTheme: target.theme.code,
        toCall: target.call.label,
        reason: input.reason,
        carrierReason: input.carrierReason,
      },
    });
    await notify(
      tx,
      owners.map((recipientId) => ({
        kind: "redirection-proposed" as const,
        recipientId,
        dossierId: dossier.id,
        payload: { theme: target.theme.code },
      })),
    );
    return { theme: target.theme.code };
  });
}

/** Those who may answer: the owners of the theme, but whoever proposes. */
async function ownersOf(tx: Transaction, actor: Actor, { theme }: Target): Promise<string[]> {
  const owners = await themeAgents(tx, theme.code, rolesWith("answer-redirection"));
  const others = owners.filter((agentId) => agentId !== actor.agentId);
  if (others.length > 0) return others;
  throw wrong(
    owners.length > 0
      ? `Vous êtes seul à porter le thème ${theme.code}\u00A0: une autre personne doit proposer le dossier, ou répondre.`
      : `Personne ne porte le thème ${theme.code} sur le portail\u00A0: demandez à l’administrateur de nommer quelqu’un.`,
  );
}

const wrong = (message: string) =>
  new BusinessError("invalid-input", "Le dossier n’a pas été proposé.", [
    { path: "call", message },
  ]);

async function requireProposable(tx: Transaction, dossier: ExaminedDossier): Promise<void> {
  const { id, status } = dossier;
  const decisions = await tx.decision.count({
    where: { dossierId: id, status: { in: [...LIVE_DECISION] } },
  });
  const { redirectionPending } = await transitionContext(tx, dossier);
  const obstacle = proposalObstacle({ status, hasDecision: decisions > 0, redirectionPending });
  if (obstacle) throw new BusinessError("already-done", obstacle);
  await requireOutOfSittings(tx, id);
}

/**
 * Takes a proposal back while it waits: whoever may propose one. Throws `already-done` when it is answered: the other
 * theme may have accepted at the same instant.
 */
export function withdrawRedirection(
  actor: Actor,
  input: WithdrawRedirectionInput,
): Promise<{ theme: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "propose-redirection");
    const [withdrawn] = await tx.redirection.updateManyAndReturn({
      where: { dossierId: dossier.id, status: "proposed" },
      data: { status: "withdrawn" },
    });
    if (!withdrawn) {
      throw new BusinessError(
        "already-done",
        "Ce dossier n’est proposé à aucun thème\u00A0: la proposition est déjà retirée, ou le thème a répondu.",
      );
    }
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "withdraw-redirection",
      facts: { redirectionId: withdrawn.id, toTheme: withdrawn.toTheme },
    });
    await withdrawProposalNotices(tx, dossier.id);
    return { theme: withdrawn.toTheme };
  });
}
