import "server-only";
import { type Editing, mayWrite } from "@/domain/dossier/editing";
import { dossierNumber } from "@/domain/dossier/number";
import { type Access, covers } from "@/domain/dossier/team";
import { BusinessError, notAllowed, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import type { Transaction } from "./database/client";
import type { Prisma } from "./database/generated/client";
import { readEditing } from "./editing";
import { visibleDossiers } from "./visibility";

/** What an act of `onLatest` reads with a dossier: its team, the last line of its chain, the portal's instant. */
export const SEEN = {
  members: { select: { agentId: true, access: true } },
  moment: true,
} satisfies Prisma.DossierInclude;

type Seen = Prisma.DossierGetPayload<{ include: typeof SEEN }>;

/** The dossier of this number, if it is of one of the actor's teams. Throws `not-found` when it is no number. */
export function inTeam(actor: Actor, number: string): Prisma.DossierWhereInput {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  return { number, ...visibleDossiers(actor, "carrier") };
}

/**
 * A dossier read by `inTeam` with `SEEN` and no lock, for an act of `onLatest`: what is then written says
 * `after: sequence`. Throws unless the actor has the access needed.
 */
export function seen<Dossier extends Seen>(actor: Actor, dossier: Dossier | null, needed: Access) {
  if (!dossier?.moment) throw notFound();
  const own = dossier.members.find(({ agentId }) => agentId === actor.agentId);
  if (!covers(own?.access ?? "", needed)) throw notAllowed();
  return { ...dossier, ...dossier.moment };
}

/**
 * Opens a dossier of the actor's team for a command: its row locked until commit, so that no answer slips in between what
 * it reads and what it writes, then read through their visibility, with the access needed. `now` is the portal's
 * instant once the lock is held.
 */
export async function lockDossier(tx: Transaction, actor: Actor, number: string, needed: Access) {
  const where = inTeam(actor, number);
  const [lock] = await tx.$queryRaw<{ now: Date }[]>`
    SELECT guichet_now() AS now FROM dossier WHERE number = ${number} FOR UPDATE`;
  const dossier = await tx.dossier.findFirst({
    where,
    include: { members: { where: { agentId: actor.agentId }, select: { access: true } } },
  });
  if (!lock || !dossier) throw notFound();
  if (!covers(dossier.members[0]?.access ?? "read", needed)) throw notAllowed();
  return { ...dossier, now: lock.now };
}

/**
 * As `lockDossier`, for what is written of a dossier: a part of it (an answer, `plan`, `files`…), or any when none is
 * named and the command looks at `editing` itself. Whoever writes in a draft takes back the notices of its expiry.
 * Throws `already-done` when nothing of the dossier is written any more, `not-allowed` when this part is not.
 */
export async function lockToWrite(
  tx: Transaction,
  actor: Actor,
  number: string,
  { part, needed = "write" }: { part?: string; needed?: Access } = {},
) {
  const dossier = await lockDossier(tx, actor, number, needed);
  const editing = await readEditing(tx, dossier);
  if (editing.act === null) throw notWritable(dossier);
  if (part !== undefined) requirePart(editing, part);
  if (dossier.firstExpiryNoticeAt) {
    await tx.dossier.update({
      where: { id: dossier.id },
      data: { firstExpiryNoticeAt: null, secondExpiryNoticeAt: null },
    });
  }
  return { ...dossier, editing };
}

/** Told of an answer that the open request of complements does not name. */
export const CLOSED_PART =
  "La demande de compléments ne porte pas sur cette réponse\u00A0: elle reste celle que vous avez déposée.";

function requirePart(editing: Editing, part: string): void {
  if (!mayWrite(editing, part)) throw new BusinessError("not-allowed", CLOSED_PART);
}

/** The refusal of an act on a dossier of which nothing is written any more. */
export function notWritable({ filedAt }: { filedAt: Date | null }): BusinessError {
  return new BusinessError(
    "already-done",
    filedAt
      ? "Ce dossier est déposé\u00A0: ses réponses ne changent plus. Vous retrouvez la version déposée sur sa page."
      : "Ce brouillon est clos\u00A0: ses réponses sont conservées, vous pouvez les reprendre dans un nouveau dossier.",
  );
}
