import "server-only";
import type { JsonObject } from "@/domain/evidence/canonical";
import type { Transaction } from "./database/client";

/** One kind of mail per fact. A new kind needs its template in `server/mail`. */
export const MAIL_KINDS = [
  "dossier-filed",
  "dossier-set-aside",
  "decision-notified",
  "juror-assigned",
  "organisation-attached",
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export interface Mail {
  kind: MailKind;
  /** An agent; the address is read when the mail leaves. */
  recipientId: string;
  dossierId?: string;
  payload?: JsonObject;
}

/** Writes mails to send in the transaction of the fact they tell: they leave if and only if it is kept. */
export async function enqueueMails(tx: Transaction, mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return;
  await tx.outboxMail.createMany({
    data: mails.map(({ payload = {}, ...mail }) => ({ ...mail, payload })),
  });
}
