import pg from "pg";
import { Sentence } from "../runtime/sentence";

/** The role that the ministry's room reads as: the server's, whatever its databases. */
const ROLE = "guichet_ministry";

interface Standing {
  account: string;
  /** Null while the role does not exist. */
  takes: boolean | null;
  gives: boolean | null;
  creates: boolean;
}

/**
 * Throws what the administrator of the server is to run, where the account of `databaseUrl` may neither take the role nor
 * create it. Asked before the migrations: one that failed would bar the next ones.
 */
export async function requireMinistryRole(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect().catch((error: Error) => {
    throw new Sentence(`PostgreSQL does not answer: ${error.message}`);
  });
  try {
    const { rows } = await client.query<Standing>(
      `SELECT own.rolname AS account, own.rolcreaterole OR own.rolsuper AS creates,
         pg_has_role(role.oid, 'SET') AS takes, pg_has_role(role.oid, 'MEMBER WITH ADMIN OPTION') AS gives
       FROM pg_roles AS own LEFT JOIN pg_roles AS role ON role.rolname = $1 WHERE own.rolname = current_user`,
      [ROLE],
    );
    const [standing] = rows;
    if (!standing) throw new Error("An account without role");
    const { account, takes, gives, creates } = standing;
    if (takes || gives || (takes === null && creates)) return;
    const name = client.escapeIdentifier(account);
    const create = takes === null ? `CREATE ROLE ${ROLE} NOLOGIN; ` : "";
    throw new Sentence(
      `The account ${name} may not take the role that ministries read as: ask the administrator of the PostgreSQL server to run “${create}GRANT ${ROLE} TO ${name};” once, then start again.`,
    );
  } finally {
    await client.end();
  }
}
