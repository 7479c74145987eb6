import "server-only";
import type { Prisma } from "./database/generated/client";

/** What tells when a dossier entered its call. */
export const ENTRY = {
  redirections: {
    where: { status: { in: ["accepted", "confirmed"] } },
    orderBy: { proposedAt: "desc" },
    take: 1,
    select: { proposedAt: true },
  },
} satisfies Prisma.DossierSelect;

/**
 * When a dossier entered its call: its first filing, or the proposal of the redirection that brought it there, made while
 * that call was open. What is filed again later is judged at that instant: it was filed in time. Null for a draft.
 */
export function enteredAt(dossier: {
  filedAt: Date | null;
  redirections: readonly { proposedAt: Date }[];
}): Date | null {
  return dossier.redirections[0]?.proposedAt ?? dossier.filedAt;
}
