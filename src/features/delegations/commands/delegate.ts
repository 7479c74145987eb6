import { endOfDay, formatDate, startOfDay } from "@/domain/calendar";
import { BusinessError, notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { notify } from "@/server/notifications";
import { ownRole } from "../own-role";
import type { DelegateInput } from "../schemas";

/** Told to who holds the role by delegation. */
const NOT_AGAIN =
  "Vous tenez ce rôle d’une délégation\u00A0: elle ne se délègue pas à son tour. Voyez avec la personne qui vous l’a donnée.";

/**
 * Delegates one's role in the DNUM of a ministry to a colleague of the same ministry, for a time and with a reason. It
 * holds from the colleague's next request, and never longer than the role it comes from. Throws `not-found` for another
 * ministry, `not-allowed` for who holds the role by delegation, `already-done` for who holds it already.
 */
export async function delegateRole(actor: Actor, input: DelegateInput): Promise<{ name: string }> {
  return inTransaction(async (tx) => {
    const { ministryId, reason } = input;
    const now = await portalNow(tx);
    const own = await ownRole(tx, actor, { ministryId, now });
    if (!own) throw new BusinessError("not-allowed", NOT_AGAIN);
    const colleague = await readColleague(tx, actor, input);
    const period = readPeriod(input, { now, until: own.endsAt });
    // One row for two forms at once: the second reads what the first wrote.
    await tx.$queryRaw`SELECT id FROM agent WHERE id = ${colleague.id}::uuid FOR UPDATE`;
    await refuseDouble(tx, { agentId: colleague.id, ministryId, ...period });
    const grant = await tx.roleGrant.create({
      data: {
        agentId: colleague.id,
        role: "dnum",
        ministryId,
        ...period,
        reason,
        grantedById: actor.agentId,
        delegated: true,
      },
    });
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "role-delegated",
      facts: {
        grantId: grant.id,
        agentId: colleague.id,
        role: "dnum",
        ministryId,
        startsAt: period.startsAt.toISOString(),
        endsAt: period.endsAt.toISOString(),
        reason,
      },
    });
    const ministry = await tx.organisation.findUniqueOrThrow({ where: { id: ministryId } });
    await notify(tx, [
      {
        kind: "role-delegated",
        recipientId: colleague.id,
        payload: {
          ministry: ministry.name,
          by: fullName(actor),
          reason,
          startsAt: period.startsAt.toISOString(),
          endsAt: period.endsAt.toISOString(),
        },
      },
    ]);
    return { name: fullName(colleague) };
  });
}

/** The colleague of an address: of the ministry, its services or its operators, and nobody else is told of. */
async function readColleague(tx: Transaction, actor: Actor, { ministryId, email }: DelegateInput) {
  const agents = await tx.agent.findMany({
    where: {
      email: { equals: email.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" },
      closedAt: null,
      organisation: { OR: [{ id: ministryId }, { ministryId }] },
    },
    select: { id: true, givenName: true, usualName: true },
    take: 2,
  });
  const [found, another] = agents;
  if (!found) {
    throw field(
      "email",
      "Aucun compte ouvert de ce ministère n’a cette adresse. La personne doit s’être connectée une fois au portail.",
    );
  }
  if (another) {
    throw field(
      "email",
      "Plusieurs comptes ont cette adresse\u00A0: écrivez au contact du portail.",
    );
  }
  if (found.id === actor.agentId) {
    throw field("email", "C’est votre adresse\u00A0: choisissez une autre personne.");
  }
  return found;
}

/** From the start of the first day, or now, to the end of the last one, both in Paris. */
function readPeriod(
  { startsOn, endsOn }: DelegateInput,
  { now, until }: { now: Date; until: Date | null },
): { startsAt: Date; endsAt: Date } {
  if (endsOn === null) throw notFound();
  const startsAt = startsOn && startOfDay(startsOn) > now ? startOfDay(startsOn) : now;
  const endsAt = endOfDay(endsOn);
  if (endsAt <= startsAt) {
    throw field("endsOn", "La fin de la délégation vient après son début et après aujourd’hui.");
  }
  if (until && endsAt > until) {
    throw field(
      "endsOn",
      `Votre propre rôle prend fin le ${formatDate(until)}\u00A0: la délégation ne va pas plus loin.`,
    );
  }
  return { startsAt, endsAt };
}

async function refuseDouble(
  tx: Transaction,
  grant: { agentId: string; ministryId: string; startsAt: Date; endsAt: Date },
): Promise<void> {
  const { agentId, ministryId, startsAt, endsAt } = grant;
  const double = await tx.roleGrant.findFirst({
    where: {
      agentId,
      ministryId,
      role: "dnum",
      startsAt: { lt: endsAt },
      OR: [{ endsAt: null }, { endsAt: { gt: startsAt } }],
    },
  });
  if (!double) return;
  throw new BusinessError(
    "already-done",
    "Cette personne tient déjà ce rôle pendant une partie de cette période.",
  );
}

function field(path: string, message: string): BusinessError {
  return new BusinessError("invalid-input", message, [{ path, message }]);
}
