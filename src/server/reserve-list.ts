import "server-only";
import { leftOf, tightest } from "@/domain/funding/envelopes";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { ThemeCode } from "@/domain/themes/types";
import type { Transaction } from "./database/client";
import { envelopesOf } from "./envelopes";
import { notify } from "./notifications";
import { themeAgents } from "./recipients";

/** How many dossiers of a reserve list are looked at: beyond, what was freed is too small for the list. */
const MOST_LOOKED_AT = 50;

/**
 * The first dossier of a theme's reserve list that its envelopes can now pay, in the order of the list; null when none can.
 */
export async function nextOfReserve(
  tx: Transaction,
  themeCode: ThemeCode,
): Promise<{ id: string; number: string; grant: Cents } | null> {
  const waiting = await tx.dossier.findMany({
    where: { themeCode, status: "reserve" },
    orderBy: [{ reserveRank: { sort: "asc", nulls: "last" } }, { number: "asc" }],
    take: MOST_LOOKED_AT,
    select: { id: true, number: true, callId: true, requestedGrant: true, computedGrant: true },
  });
  for (const dossier of waiting) {
    // What was asked, never more than what was computed: the most it may be awarded.
    const grant = centsFromBigInt(least(dossier.requestedGrant, dossier.computedGrant));
    const chain = await envelopesOf(dossier, tx);
    if (grant > 0 && grant <= leftOf(tightest(chain)))
      return { id: dossier.id, number: dossier.number, grant };
  }
  return null;
}

const least = (asked: bigint | null, computed: bigint | null): bigint => {
  const [one, other] = [asked ?? 0n, computed ?? 0n];
  return one < other ? one : other;
};

/**
 * Tells a theme's owners that a dossier gave credits back, and which dossier of the reserve list they may now fund. Each is
 * told about its own dossier: whoever is recused from it reads nothing of it.
 */
export async function tellFreedCredits(
  tx: Transaction,
  { dossierId, amount }: { dossierId: string; amount: Cents },
): Promise<void> {
  const dossier = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { themeCode: true },
  });
  const themeCode = dossier.themeCode as ThemeCode;
  const owners = await themeAgents(tx, themeCode, ["theme-owner"]);
  const next = await nextOfReserve(tx, themeCode);
  await notify(tx, [
    ...owners.map((recipientId) => ({
      kind: "credits-returned" as const,
      recipientId,
      dossierId,
      payload: { amount },
    })),
    ...(next
      ? owners.map((recipientId) => ({
          kind: "reserve-fits" as const,
          recipientId,
          dossierId: next.id,
          payload: { freed: amount, grant: next.grant },
        }))
      : []),
  ]);
}
