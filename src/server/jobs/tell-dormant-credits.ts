import "server-only";
import { addMonths, type Day, parisDay } from "@/domain/calendar";
import { DORMANT_MONTHS, dormantAmount } from "@/domain/credits/dormancy";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "../clock";
import { accountSums, PAYING_DECISION } from "../credits";
import { database, inTransaction } from "../database/client";
import { logger } from "../log";
import { type Notice, notify } from "../notifications";
import { dnumAgents, themeAgents } from "../recipients";

const PAGE = 100;

/**
 * Finds the accounts whose credits sleep, and proposes their release to the DNUM and to the theme's owners: once each time
 * they fall asleep. Nothing moves by itself. Returns how many accounts were told now.
 */
export async function tellDormantCredits(): Promise<number> {
  const today = parisDay(await portalNow());
  const unmovedSince = new Date(addMonths(today, -DORMANT_MONTHS));
  let count = 0;
  let after = { dossierId: "", unitId: "" };
  for (;;) {
    const accounts = await database().creditAccount.findMany({
      where: {
        lastMovedOn: { lte: unmovedSince },
        dossier: { decisions: { some: PAYING_DECISION } },
        ...(after.dossierId && {
          OR: [
            { dossierId: { gt: after.dossierId } },
            { dossierId: after.dossierId, unitId: { gt: after.unitId } },
          ],
        }),
      },
      orderBy: [{ dossierId: "asc" }, { unitId: "asc" }],
      take: PAGE,
      include: { unit: true, dossier: { select: { themeCode: true } } },
    });
    for (const account of accounts) {
      const since = account.lastMovedOn?.toISOString().slice(0, 10) as Day | undefined;
      const amount = dormantAmount(accountSums(account), since ?? null, today);
      if (amount > 0 && since && (await tellOnce(account, { amount, since }))) count += 1;
    }
    const last = accounts.at(-1);
    if (!last || accounts.length < PAGE) break;
    after = last;
  }
  logger().info({ event: "dormant-credits-told", count });
  return count;
}

interface Account {
  dossierId: string;
  unitId: string;
  unit: { ministryId: string };
  dossier: { themeCode: string };
}

/** False when this sleep was told already, by this worker or by another. */
function tellOnce(
  { dossierId, unitId, unit, dossier }: Account,
  payload: { amount: number; since: Day },
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const told = await tx.$executeRaw`
      UPDATE credit_account SET dormant_told_at = guichet_now()
      WHERE dossier_id = ${dossierId}::uuid AND unit_id = ${unitId}::uuid AND last_moved_on = ${payload.since}::date
        AND (dormant_told_at IS NULL OR dormant_told_at < last_moved_on + make_interval(months => ${DORMANT_MONTHS}::int))`;
    if (told !== 1) return false;
    const [agents, owners] = await Promise.all([
      dnumAgents(tx, unit.ministryId),
      themeAgents(tx, dossier.themeCode as ThemeCode, ["theme-owner"]),
    ]);
    const notices = (kind: "credits-dormant" | "credits-asleep", ids: readonly string[]) =>
      ids.map((recipientId): Notice => ({ kind, recipientId, dossierId, payload }));
    await notify(tx, [...notices("credits-dormant", agents), ...notices("credits-asleep", owners)]);
    return true;
  });
}
