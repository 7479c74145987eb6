import "server-only";
import { dossierNumber } from "@/domain/dossier/number";
import { type Access, covers } from "@/domain/dossier/team";
import { BusinessError, notAllowed, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import type { Transaction } from "./database/client";
import { visibleDossiers } from "./visibility";

/**
 * Opens a dossier of the actor's team for a command: its row locked until commit, so that no answer slips in between what
 * a filing reads and what it writes, then read through their visibility, with the access needed. `now` is the portal's
 * instant once the lock is held.
 */
export async function lockDossier(tx: Transaction, actor: Actor, number: string, needed: Access) {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const [lock] = await tx.$queryRaw<{ now: Date }[]>`
    SELECT guichet_now() AS now FROM dossier WHERE number = ${number} FOR UPDATE`;
  const dossier = await tx.dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
    include: { members: { where: { agentId: actor.agentId }, select: { access: true } } },
  });
  if (!lock || !dossier) throw notFound();
  if (!covers(dossier.members[0]?.access ?? "read", needed)) throw notAllowed();
  return { ...dossier, now: lock.now };
}

/**
 * As `lockDossier`, for what only a draft takes. Whoever writes takes back the notices of its expiry. Throws
 * `already-done` once it is a draft no more.
 */
export async function lockDraft(
  tx: Transaction,
  actor: Actor,
  number: string,
  needed: Access = "write",
) {
  const dossier = await lockDossier(tx, actor, number, needed);
  if (dossier.status !== "draft") {
    throw new BusinessError(
      "already-done",
      dossier.filedAt
        ? "Ce dossier est déposé\u00A0: ses réponses ne changent plus. Vous retrouvez la version déposée sur sa page."
        : "Ce brouillon est clos\u00A0: ses réponses sont conservées, vous pouvez les reprendre dans un nouveau dossier.",
    );
  }
  if (dossier.firstExpiryNoticeAt) {
    await tx.dossier.update({
      where: { id: dossier.id },
      data: { firstExpiryNoticeAt: null, secondExpiryNoticeAt: null },
    });
  }
  return dossier;
}
