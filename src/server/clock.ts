import "server-only";
import { database, type Transaction } from "./database/client";

/**
 * The portal's time: the database's clock plus the demonstration offset, zero in production. Pure rules receive it as a
 * parameter; what decides a right (a deadline) is compared in SQL, with `guichet_now()` itself.
 */
export async function portalNow(tx: Pick<Transaction, "$queryRaw"> = database()): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT guichet_now() AS now`;
  const now = rows[0]?.now;
  if (!now) throw new Error("The database gave no time");
  return now;
}
