import "server-only";
import { dossierNumber } from "@/domain/dossier/number";
import { BusinessError, notAllowed, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import type { Transaction } from "./database/client";
import { visibleDossiers } from "./visibility";

/** What each access to a dossier covers: `file` may file in the lead's name, and the lead is one person. */
const ACCESS_RANK = { read: 0, write: 1, file: 2, lead: 3 } as const;
export type Access = keyof typeof ACCESS_RANK;

/** Whether an access to a dossier covers another. */
export function covers(held: string, needed: Access): boolean {
  return held in ACCESS_RANK && ACCESS_RANK[held as Access] >= ACCESS_RANK[needed];
}

/**
 * Opens a dossier of the actor's team for writing: its row locked until commit, so that no answer slips in between what
 * a filing reads and what it writes, then read through their visibility, with the access needed. `now` is the portal's
 * instant once the lock is held.
 */
export async function lockDossier(
  tx: Transaction,
  actor: Actor,
  number: string,
  needed: Exclude<Access, "read">,
) {
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

/** As `lockDossier`, for what only a draft takes. Throws `already-done` once it is filed. */
export async function lockDraft(
  tx: Transaction,
  actor: Actor,
  number: string,
  needed: Exclude<Access, "read"> = "write",
) {
  const dossier = await lockDossier(tx, actor, number, needed);
  if (dossier.status !== "draft") {
    throw new BusinessError(
      "already-done",
      "Ce dossier est déposé\u00A0: ses réponses ne changent plus. Vous retrouvez la version déposée sur sa page.",
    );
  }
  return dossier;
}
