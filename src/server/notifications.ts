import "server-only";
import type { JsonObject } from "@/domain/evidence/canonical";
import type { Transaction } from "./database/client";

/** One kind per fact worth telling. A new kind needs its words in `server/mail/templates.ts`. */
export const NOTICE_KINDS = [
  "dossier-filed",
  "dossier-set-aside",
  "decision-notified",
  "juror-assigned",
  "organisation-attached",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface Notice {
  kind: NoticeKind;
  /** An agent; the address is read when the mail leaves. */
  recipientId: string;
  dossierId?: string;
  payload?: JsonObject;
  /** Told once whatever happens: a second notice with the same key is dropped. */
  onceKey?: string;
}

/**
 * Tells facts to people, in the transaction of the fact: a line of their notification centre, and a mail that the worker
 * sends. They exist if and only if the fact is kept.
 */
export async function notify(tx: Transaction, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await tx.notification.createMany({
    data: notices.map(({ payload = {}, ...notice }) => ({ ...notice, payload })),
    skipDuplicates: true,
  });
}
