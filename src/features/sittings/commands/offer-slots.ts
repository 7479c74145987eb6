import type { DossierStatus } from "@/domain/dossier/statuses";
import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { isToBeHeard, slotsOf } from "@/domain/sitting/agenda";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { JurySession, Prisma } from "@/server/database/generated/client";
import { notify } from "@/server/notifications";
import { lockSession, requireInPreparation } from "../locked-session";
import type { SessionInput } from "../schemas";

/**
 * Offers each carrier to be heard its slot of the agenda, where it is not the one it was already offered: a mail to its
 * team, with an event for their calendar. An answer given to another slot is forgotten.
 */
export function offerSlots(actor: Actor, input: SessionInput): Promise<{ count: number }> {
  return inTransaction(async (tx) => {
    const session = await lockSession(tx, actor, input.session, "prepare-session");
    requireInPreparation(session);
    const { startsAt } = session;
    if (!startsAt || session.place === "") {
      throw new BusinessError(
        "incomplete",
        "Fixez l’heure et le lieu de la séance\u00A0: les créneaux en dépendent.",
      );
    }
    const items = await readItems(tx, session.id);
    const slots = slotsOf(startsAt, session.slotMinutes, items.length);
    const path = THEMES[session.themeCode as ThemeCode].selection;
    let count = 0;
    for (const [index, item] of items.entries()) {
      const slot = slots[index];
      if (!slot || !isToBeHeard(path, item.dossier.status as DossierStatus)) continue;
      if (item.slotAt?.getTime() === slot.getTime()) continue;
      await offer(tx, actor, session, item, slot);
      count += 1;
    }
    if (count === 0) {
      throw new BusinessError(
        "already-done",
        "Chaque porteur a déjà son créneau\u00A0: aucun message n’est parti.",
      );
    }
    return { count };
  });
}

type Item = Prisma.SessionItemGetPayload<{
  include: { dossier: { include: { members: true } } };
}>;

function readItems(tx: Transaction, sessionId: string): Promise<Item[]> {
  return tx.sessionItem.findMany({
    where: { sessionId },
    include: { dossier: { include: { members: true } } },
    orderBy: [{ position: "asc" }, { dossierId: "asc" }],
  });
}

async function offer(
  tx: Transaction,
  actor: Actor,
  session: JurySession,
  { dossier, slotOffers }: Item,
  slot: Date,
): Promise<void> {
  await tx.sessionItem.update({
    where: { sessionId_dossierId: { sessionId: session.id, dossierId: dossier.id } },
    data: {
      slotAt: slot,
      slotAnswer: "none",
      slotAnsweredAt: null,
      slotReason: "",
      slotOffers: { increment: 1 },
    },
  });
  await recordFact(tx, {
    chain: dossierChain(dossier.id),
    actorId: actor.agentId,
    action: "offer-slot",
    facts: { sessionId: session.id, slotAt: slot.toISOString() },
  });
  await notify(
    tx,
    dossier.members.map(({ agentId }) => ({
      kind: "hearing-offered" as const,
      recipientId: agentId,
      dossierId: dossier.id,
      payload: {
        sessionId: session.id,
        startsAt: slot.toISOString(),
        minutes: session.slotMinutes,
        place: session.place,
        sequence: slotOffers,
      },
    })),
  );
}
