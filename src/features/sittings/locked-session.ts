import { z } from "zod";
import { BusinessError, notAllowed, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { may, type Permission } from "@/domain/rights/permissions";
import type { ThemeCode } from "@/domain/themes/types";
import type { Transaction } from "@/server/database/client";
import type { JurySession, SessionItem } from "@/server/database/generated/client";
import { type ExaminedDossier, lockExamined } from "@/server/examined-dossier";
import { lockSessionRow } from "@/server/sitting";
import { visibleSessions } from "@/server/visibility";

async function inSight(tx: Transaction, actor: Actor, id: string): Promise<void> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const seen = await tx.jurySession.count({ where: { AND: [{ id }, visibleSessions(actor)] } });
  if (seen === 0) throw notFound();
}

/**
 * Opens a sitting for a command: through the actor's visibility (404 out of sight), with a permission on its theme, its
 * row locked until commit. Dossiers are locked before it, never after.
 */
export async function lockSession(
  tx: Transaction,
  actor: Actor,
  id: string,
  permission: Permission,
): Promise<JurySession> {
  await inSight(tx, actor, id);
  const session = await lockSessionRow(tx, id);
  if (!may(actor, permission, session.themeCode as ThemeCode)) throw notAllowed();
  return session;
}

/** The same for somebody called to sit, whatever their roles. */
export async function lockAsMember(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<JurySession> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const member = await tx.sessionMember.count({ where: { sessionId: id, agentId: actor.agentId } });
  if (member === 0) throw notFound();
  return lockSessionRow(tx, id);
}

/** A dossier of a sitting, both rows locked until commit: out of sight for whoever is recused from it. */
export async function lockItem(
  tx: Transaction,
  actor: Actor,
  input: { session: string; number: string },
  permission: Permission,
): Promise<{ dossier: ExaminedDossier; session: JurySession; item: SessionItem }> {
  const dossier = await lockExamined(tx, actor, input.number, permission);
  const session = await lockSession(tx, actor, input.session, permission);
  const item = await tx.sessionItem.findUnique({
    where: { sessionId_dossierId: { sessionId: session.id, dossierId: dossier.id } },
  });
  if (!item) throw notFound();
  return { dossier, session, item };
}

/** Throws unless the sitting is being held. */
export function requireOpen({ openedAt, endedAt }: JurySession): void {
  if (openedAt && !endedAt) return;
  throw new BusinessError(
    "changed-meanwhile",
    endedAt
      ? "La séance est levée\u00A0: plus rien ne s’y écrit."
      : "La séance n’est pas ouverte\u00A0: ouvrez-la d’abord.",
  );
}

/** Throws once the sitting has been opened: what was prepared is then a fact. */
export function requireInPreparation({ openedAt }: JurySession): void {
  if (!openedAt) return;
  throw new BusinessError(
    "changed-meanwhile",
    "La séance est ouverte ou levée\u00A0: sa préparation ne change plus.",
  );
}

/** Throws unless the item is the one under examination. */
export function requireCurrent(item: SessionItem): void {
  if (item.state === "current") return;
  throw new BusinessError(
    "changed-meanwhile",
    "La séance est passée à un autre dossier\u00A0: votre action n’a pas été faite.",
  );
}
