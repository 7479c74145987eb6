import { BusinessError, notAllowed, notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import { themeByCode } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { readPool } from "@/server/jury-pool";
import { notify } from "@/server/notifications";
import type { ChangeMemberInput, EndMandateInput, InviteJurorsInput } from "../schemas";

/** Those who make up the jury of a theme that scores; the jury of another theme does not exist. */
function requireManager(actor: Actor, theme: ThemeCode): void {
  if (!themeByCode(theme)?.selection.scored) throw notFound();
  if (may(actor, "manage-jury", theme)) return;
  throw may(actor, "assign-jurors", theme) ? notAllowed() : notFound();
}

/**
 * Invites holders of the role of juror to the jury of a theme, for the first time or again after they declined or their
 * mandate ended. Each is told and answers. Throws `invalid-input` for a person without the role, or already of the jury.
 */
export function inviteJurors(
  actor: Actor,
  input: InviteJurorsInput,
): Promise<{ names: readonly string[] }> {
  requireManager(actor, input.theme);
  return inTransaction(async (tx) => {
    const wanted = [...new Set(input.jurors)];
    const people = await readPool(tx, actor, input.theme, wanted);
    const refused = people.find(
      ({ hasRole, status }) => !hasRole || status === "invited" || status === "accepted",
    );
    if (people.length !== wanted.length || refused) {
      throw new BusinessError("invalid-input", "Le choix des personnes est à revoir.", [
        {
          path: "jurors",
          message: refused
            ? `${refused.name} est déjà du jury, invité, ou n’a plus le rôle de membre du jury. Décochez cette personne.`
            : "Une des personnes cochées n’a plus le rôle de membre du jury. Décochez-la.",
        },
      ]);
    }
    const now = await portalNow(tx);
    for (const { agentId } of people) {
      const invitation = {
        status: "invited",
        reason: "",
        invitedById: actor.agentId,
        invitedAt: now,
        answeredAt: null,
        endedAt: null,
      };
      const { id } = await tx.juryMembership.upsert({
        where: { themeCode_agentId: { themeCode: input.theme, agentId } },
        create: { themeCode: input.theme, agentId, ...invitation },
        update: invitation,
      });
      await recordFact(tx, {
        chain: GENERAL_CHAIN,
        actorId: actor.agentId,
        action: "invite-to-jury",
        facts: { membershipId: id, agentId, theme: input.theme },
      });
    }
    await notify(
      tx,
      people.map(({ agentId }) => ({
        kind: "jury-invited" as const,
        recipientId: agentId,
        payload: { theme: input.theme, invitedBy: fullName(actor) },
      })),
    );
    return { names: people.map(({ name }) => name) };
  });
}

/** A member of the theme's jury, its row locked until commit. Throws `not-found` for another theme's. */
async function lockMember(tx: Transaction, theme: ThemeCode, id: string) {
  await tx.$queryRaw`SELECT id FROM jury_membership WHERE id = ${id}::uuid FOR UPDATE`;
  const member = await tx.juryMembership.findFirst({ where: { id, themeCode: theme } });
  if (!member) throw notFound();
  return member;
}

/** Changes what is known of a member: what they know, how many dossiers they can take. */
export function changeMember(actor: Actor, input: ChangeMemberInput): Promise<void> {
  requireManager(actor, input.theme);
  return inTransaction(async (tx) => {
    const { id } = await lockMember(tx, input.theme, input.membership);
    const { skills, capacity } = input;
    await tx.juryMembership.update({ where: { id }, data: { skills, capacity } });
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "change-jury-member",
      facts: { membershipId: id, skills, capacity },
    });
  });
}

/**
 * Ends a mandate, or takes an invitation back: nothing more is entrusted to the person. What they hold stays theirs to
 * score, unless they are recused.
 */
export function endMandate(actor: Actor, input: EndMandateInput): Promise<void> {
  requireManager(actor, input.theme);
  return inTransaction(async (tx) => {
    const { id, status, agentId } = await lockMember(tx, input.theme, input.membership);
    if (status !== "accepted" && status !== "invited") {
      throw new BusinessError("already-done", "Cette personne n’est déjà plus du jury.");
    }
    await tx.juryMembership.update({
      where: { id },
      data: { status: "ended", reason: input.reason, endedAt: await portalNow(tx) },
    });
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "end-jury-mandate",
      facts: { membershipId: id, reason: input.reason },
    });
    await notify(tx, [
      {
        kind: "jury-ended",
        recipientId: agentId,
        payload: { theme: input.theme, reason: input.reason },
      },
    ]);
  });
}
