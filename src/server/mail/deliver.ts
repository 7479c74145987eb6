import "server-only";
import type { JsonObject } from "@/domain/evidence/canonical";
import { fullName } from "@/domain/rights/actor";
import { database } from "../database/client";
import { serviceIdentity } from "../environment";
import { logger } from "../log";
import { NOTICE_KINDS } from "../notifications";
import { portalOrigin } from "../origin";
import { compose } from "./compose";
import { MAIL_DOSSIER } from "./content";
import { eventAttachment } from "./event";
import { type OutgoingMail, sendMail } from "./smtp";
import { MAIL_TEMPLATES } from "./templates";

/** Seconds during which a mail being sent is nobody else's: more than the SMTP server may take. */
const LEASE_SECONDS = 120;
const FIRST_RETRY_SECONDS = 30;
const LONGEST_RETRY_SECONDS = 6 * 60 * 60;
/** About four days of attempts. After them the row stays, with its last error, for a human. */
const MOST_ATTEMPTS = 24;

interface NoticeRow {
  id: string;
  kind: string;
  recipientId: string | null;
  address: string | null;
  dossierId: string | null;
  payload: JsonObject;
  attempts: number;
}

/**
 * Sends one waiting mail; false when none waits. Several workers may run: a row is taken by one alone, for the time of
 * a lease, without a lock held while the SMTP server thinks. A worker killed between the server's answer and the mark
 * sends the mail once more with the same Message-ID, which mailboxes recognise.
 */
export async function deliverNext(send: (mail: OutgoingMail) => Promise<void> = sendMail) {
  const row = await takeOne();
  if (!row) return false;
  try {
    const mail = await prepare(row);
    if (mail) await send(mail);
    await database().notification.update({
      where: { id: row.id },
      data: { sentAt: new Date(), lastError: mail ? null : "no-recipient" },
    });
    logger().info({ event: mail ? "mail-sent" : "mail-dropped", mailId: row.id });
  } catch (error) {
    await postpone(row, errorCode(error));
  }
  return true;
}

async function takeOne(): Promise<NoticeRow | undefined> {
  const rows = await database().$queryRaw<NoticeRow[]>`
    UPDATE notification SET attempts = attempts + 1,
      next_attempt_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id = (
      SELECT id FROM notification
      WHERE sent_at IS NULL AND by_mail AND withdrawn_at IS NULL AND next_attempt_at <= clock_timestamp() AND attempts < ${MOST_ATTEMPTS}
      ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, recipient_id AS "recipientId", address, dossier_id AS "dossierId", payload, attempts`;
  return rows[0];
}

/** The mail as it leaves, or null when its recipient's account is closed or the fact was taken back from them. */
async function prepare(row: NoticeRow): Promise<OutgoingMail | null> {
  const kind = NOTICE_KINDS.find((known) => known === row.kind);
  if (!kind) throw new Error("This kind of mail has no template");
  const [to, withdrawn, dossier] = await Promise.all([
    readRecipient(row),
    database().notification.count({ where: { id: row.id, withdrawnAt: { not: null } } }),
    row.dossierId
      ? database().dossier.findUnique({ where: { id: row.dossierId }, select: MAIL_DOSSIER })
      : null,
  ]);
  if (!to || withdrawn > 0) return null;
  const { name: recipient, organisation, address } = to;
  const content = MAIL_TEMPLATES[kind]({ recipient, organisation, dossier, payload: row.payload });
  const { name: serviceName, contact } = serviceIdentity();
  const origin = portalOrigin();
  return {
    to: { name: recipient, address },
    messageId: `<${row.id}@${new URL(origin).hostname}>`,
    ...compose(content, { recipient, serviceName, contact, origin }),
    ...(content.event && { attachments: [eventAttachment(content, origin)] }),
  };
}

interface MailRecipient {
  /** Empty for an address that has no account yet. */
  name: string;
  organisation: string | null;
  address: string;
}

/** To whom a mail goes; null when their account is closed. */
async function readRecipient(row: NoticeRow): Promise<MailRecipient | null> {
  if (row.recipientId === null) {
    return { name: "", organisation: null, address: row.address ?? "" };
  }
  const agent = await database().agent.findUnique({
    where: { id: row.recipientId },
    include: { organisation: { select: { name: true } } },
  });
  if (!agent || agent.closedAt) return null;
  return {
    name: fullName(agent),
    organisation: agent.organisation?.name ?? null,
    address: agent.email,
  };
}

/** Puts a mail off, twice as long at each attempt. */
async function postpone(row: NoticeRow, code: string): Promise<void> {
  const seconds = Math.min(FIRST_RETRY_SECONDS * 2 ** (row.attempts - 1), LONGEST_RETRY_SECONDS);
  await database().$executeRaw`
    UPDATE notification SET last_error = ${code},
      next_attempt_at = clock_timestamp() + make_interval(secs => ${seconds}::int)
    WHERE id = ${row.id}::uuid AND sent_at IS NULL`;
  logger().warn({ event: "mail-postponed", mailId: row.id, code, attempts: row.attempts });
}

/** The code of an error, without the sentence of the server, which quotes addresses. */
function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number };
  return [code ?? error.name, responseCode].filter(Boolean).join(" ");
}
