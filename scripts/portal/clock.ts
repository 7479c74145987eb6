import pg from "pg";

/** The instant the demonstration begins: 20/01/2021, 10:00 in Paris. */
const BEGINNING = "2021-01-20T10:00:00+01:00";

/**
 * Sets the demonstration's clock: at its beginning, or where the last recorded fact left it, so
 * that time never goes back. Production never calls this.
 */
export async function setClock(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, (client) =>
    client.query(
      `INSERT INTO setting (key, value, updated_at)
       SELECT 'clock-offset-ms', round(extract(epoch FROM resumed - clock_timestamp()) * 1000)::bigint::text, now()
       FROM (SELECT greatest($1::timestamptz, max(at)) AS resumed FROM audit_line) AS last
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
      [BEGINNING],
    ),
  );
}

/** Identities follow the look-alike when PORT changes, which changes its issuer. */
export async function followIssuer(databaseUrl: string, issuer: string): Promise<void> {
  await withClient(databaseUrl, (client) =>
    client.query(
      "UPDATE identity SET issuer = $1 WHERE issuer <> $1 AND issuer LIKE 'http://127.0.0.1:%/api/v2'",
      [issuer],
    ),
  );
}

/** Whether no organisation was ever written: the demonstration data are to be loaded. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ empty: boolean }>("SELECT NOT EXISTS (SELECT FROM organisation) AS empty"),
  );
  return rows[0]?.empty ?? true;
}

async function withClient<T>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
