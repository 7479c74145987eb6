import { parisDay } from "@/domain/calendar";
import { type MessageSide, signatureOf, writingClosed } from "@/domain/dossier/exchanges";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { BusinessError } from "@/domain/errors";
import type { JsonObject } from "@/domain/evidence/canonical";
import { type Actor, fullName } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { lockExamined } from "@/server/examined-dossier";
import { readersOfCarrier } from "@/server/exchanges";
import { type NoticeKind, notify } from "@/server/notifications";
import { teamOf } from "@/server/recipients";
import { lockDossier } from "@/server/team-dossier";
import type { WriteToCarrierInput, WriteToInstructionInput } from "../schemas";

/** A member of the team who may write asks or answers something. The dossier waits for an answer from its first one. */
export function writeToInstruction(actor: Actor, input: WriteToInstructionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const row = await lockDossier(tx, actor, input.number, "write");
    const dossier = {
      ...row,
      status: row.status as DossierStatus,
      themeCode: row.themeCode as ThemeCode,
    };
    const at = await keep(tx, actor, { side: "carrier", dossier, input });
    if (at === null) return;
    await tx.dossier.updateMany({
      where: { id: dossier.id, carrierWroteAt: null },
      data: { carrierWroteAt: at },
    });
    await tell(tx, {
      kind: "message-from-carrier",
      dossierId: dossier.id,
      readers: await readersOfCarrier(tx, dossier),
      payload: { name: fullName(actor) },
      at,
    });
  });
}

/**
 * Those who examine a dossier write to its carrier, in the name of the theme's owner. What the carrier wrote since the
 * page was read still waits for its answer.
 */
export function writeToCarrier(actor: Actor, input: WriteToCarrierInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "exchange");
    const at = await keep(tx, actor, { side: "instruction", dossier, input });
    if (at === null) return;
    await stillWaiting(tx, dossier.id, input.seen);
    await tell(tx, {
      kind: "message-from-instruction",
      dossierId: dossier.id,
      readers: await teamOf(tx, dossier.id),
      payload: { unit: signatureOf(dossier.theme) },
      at,
    });
  });
}

/**
 * Keeps since when a message of the carrier waits, once what was seen is answered: the first one written after the last
 * message that was seen; null when none was.
 */
export async function stillWaiting(
  tx: Transaction,
  dossierId: string,
  seen: string,
): Promise<Date | null> {
  const last = seen && (await tx.dossierMessage.findFirst({ where: { id: seen, dossierId } }));
  const next = await tx.dossierMessage.findFirst({
    where: { dossierId, side: "carrier", ...(last && { at: { gt: last.at } }) },
    orderBy: { at: "asc" },
  });
  const data = { carrierWroteAt: next?.at ?? null };
  await tx.dossier.update({ where: { id: dossierId }, data });
  return data.carrierWroteAt;
}

interface Kept {
  side: MessageSide;
  dossier: { id: string; status: DossierStatus; filedAt: Date | null; themeCode: ThemeCode };
  input: { key: string; body: string };
}

/** Keeps a message and its line; null when it is already kept, by the same form sent twice. The dossier is locked. */
async function keep(tx: Transaction, actor: Actor, { side, dossier, input }: Kept) {
  const { key, body } = input;
  const { agentId } = actor;
  const sent = await tx.dossierMessage.findUnique({ where: { id: key } });
  if (sent) {
    const isSame = sent.dossierId === dossier.id && sent.agentId === agentId && sent.body === body;
    if (isSame) return null;
    throw new BusinessError(
      "already-done",
      "Un autre message est déjà parti de cette page. Copiez votre texte, rechargez la page, puis recommencez.",
    );
  }
  const closed = writingClosed(dossier);
  if (closed) throw new BusinessError("not-open", closed);
  const [row] = await tx.$queryRaw<{ at: Date }[]>`
    INSERT INTO dossier_message (id, dossier_id, theme_code, side, agent_id, body, at)
    SELECT ${key}::uuid, ${dossier.id}::uuid, ${dossier.themeCode}, ${side}, ${agentId}::uuid, ${body},
      greatest(guichet_now(), max(at) + interval '1 millisecond')
    FROM dossier_message WHERE dossier_id = ${dossier.id}::uuid
    RETURNING at`;
  if (!row) throw new Error("The message was not kept");
  await recordFact(tx, {
    chain: dossierChain(dossier.id),
    actorId: agentId,
    action: "send-message",
    facts: { messageId: key, side },
  });
  return row.at;
}

interface Told {
  kind: NoticeKind;
  dossierId: string;
  readers: readonly string[];
  payload: JsonObject;
  at: Date;
}

/**
 * One notice, and one mail, a day and a dossier for each reader until they read its messages: ten messages in an hour
 * are one mail, a message left unread is told again the next day somebody writes.
 */
async function tell(tx: Transaction, { kind, dossierId, readers, payload, at }: Told) {
  const readings = await tx.messageReading.findMany({
    where: { dossierId, agentId: { in: [...readers] } },
  });
  const readAt = new Map(readings.map((each) => [each.agentId, each.readAt.toISOString()]));
  await notify(
    tx,
    readers.map((recipientId) => ({
      kind,
      recipientId,
      dossierId,
      payload,
      onceKey: [kind, dossierId, recipientId, parisDay(at), readAt.get(recipientId) ?? "-"].join(
        ":",
      ),
    })),
  );
}
