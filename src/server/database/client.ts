import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { environment } from "../environment";
import { Prisma, PrismaClient } from "./generated/client";

/** Queries inside an open transaction. Every command that writes receives one. */
export type Transaction = Prisma.TransactionClient;

/** A development server reloads modules: the pool must survive it. */
const holder = globalThis as typeof globalThis & { guichetDatabase?: PrismaClient };

/**
 * The one client of the process, opened at first use on `DATABASE_URL`. The pool is wide enough for a closing night:
 * with Prisma's defaults 170 of 300 simultaneous filings were refused.
 */
export function database(): PrismaClient {
  if (!holder.guichetDatabase) {
    const { databaseUrl, databasePool } = environment();
    holder.guichetDatabase = new PrismaClient({
      adapter: new PrismaPg(
        {
          connectionString: databaseUrl,
          max: databasePool,
          connectionTimeoutMillis: 10_000,
          // A query stuck behind a lock gives its connection back before the pool runs dry.
          statement_timeout: 30_000,
          idle_in_transaction_session_timeout: 60_000,
        },
        { statementNameGenerator: preparedName },
      ),
      transactionOptions: { maxWait: 15_000, timeout: 20_000 },
    });
  }
  return holder.guichetDatabase;
}

/** Names given so far, by text. A plan takes room in each connection: statements beyond these are planned each time. */
const names = new Map<string, string>();
const MOST_NAMES = 300;

/** Begins a statement whose best plan depends on its values (a word, a date, a page): it is planned with them each time. */
export const PLANNED_EACH_TIME = Prisma.raw("/* planned each time */");

/**
 * The name under which each connection keeps a statement prepared, so that PostgreSQL parses and plans it once; "" for
 * none. A script without parameters may hold several commands, which cannot be prepared.
 */
function preparedName({ sql, args }: { sql: string; args: readonly unknown[] }): string {
  if (args.length === 0 || sql.startsWith(PLANNED_EACH_TIME.sql)) return "";
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size === MOST_NAMES) return "";
  const name = `s${names.size}`;
  names.set(sql, name);
  return name;
}

/** The SQLSTATE of an error that PostgreSQL raised, however Prisma wraps it; undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  const { driverAdapterError } = error.meta ?? {};
  const { cause } = (driverAdapterError ?? {}) as { cause?: { originalCode?: string } };
  return cause?.originalCode;
}

/**
 * Runs a command's writes in one transaction: all of it is kept, or nothing. HTTP calls, hashing of files and PDF stay
 * outside. The result may be told to the user: it is given after commit.
 */
export function inTransaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return database().$transaction(work);
}
