import { routes } from "@/routes";
import { database } from "@/server/database/client";
import { manyDossiers } from "../fixtures/many-dossiers";
import { type Measure, measure } from "./measure";
import { printMeasures } from "./table";
import { ownerCookie } from "./volume";

const FEW = 1_000;
const MANY = 100_000;
const AUDIT_LINES = 1_000_000;
/** Themes of the owner under whose name the pages are read. */
const VOLUME = ["SNAP1", "ITN3", "ITN6", "SNAP3"] as const;

/**
 * The pages of those who examine dossiers, each with few dossiers then with a hundred times more and a log of a million
 * lines: none must take longer.
 */
export async function backOffice(origin: string): Promise<void> {
  const { cookie, agentId } = await ownerCookie();
  const own = await database().dossier.findFirstOrThrow({
    where: { themeCode: "ITN3", status: "accepted" },
    select: { number: true },
  });
  const pages = {
    "ce qui m’attend": routes.instruction(),
    "liste, les plus récents": routes.instruction("vue=tous"),
    "liste, un thème, un statut": routes.instruction("theme=ITN3&statut=filed"),
    "recherche, un mot rare": routes.instruction("recherche=amiante"),
    "recherche, un mot courant": routes.instruction("recherche=dossiers"),
    décisions: routes.decisions(),
    "journal d’un dossier": routes.audit(own.number),
  };
  const read = async (): Promise<Measure[]> => {
    const measures: Measure[] = [];
    for (const [name, path] of Object.entries(pages)) {
      measures.push(await measure({ name, url: new URL(path, origin).href, headers: { cookie } }));
    }
    return measures;
  };
  await fill(FEW, agentId);
  const few = await read();
  const seeding = performance.now();
  await fill(MANY, agentId);
  await fillLog(AUDIT_LINES);
  const seconds = Math.round((performance.now() - seeding) / 1000);
  const many = await read();
  console.log(
    `\nVolume: ${MANY} dossiers et ${AUDIT_LINES} lignes de journal, écrits en ${seconds} s`,
  );
  few.forEach((small, index) => {
    const large = many[index];
    if (!large) return;
    printMeasures(`${small.name}, 16 connexions`, [
      { ...small, name: `${FEW} dossiers` },
      { ...large, name: `${MANY} dossiers`, aim: { of: "p95", atMost: 1.5 } },
    ]);
  });
}

/** Adds filed dossiers of several themes until there are `count`. */
async function fill(count: number, agentId: string): Promise<void> {
  const existing = await database().dossier.count({ where: { filedAt: { not: null } } });
  await manyDossiers(Math.max(0, count - existing), {
    themes: VOLUME,
    instructor: { agentId },
  });
}

/** Gives the dossiers that have no log yet one of equal length, chained as the portal chains it, until there are `count` lines. */
async function fillLog(count: number): Promise<void> {
  const db = database();
  const [{ lines, chains } = { lines: 0, chains: 0 }] = await db.$queryRaw<
    { lines: number; chains: number }[]
  >`SELECT (SELECT count(*)::int FROM audit_line) AS lines, (
      SELECT count(*)::int FROM dossier LEFT JOIN audit_chain ON key = 'dossier:' || dossier.id
      WHERE key IS NULL AND filed_at IS NOT NULL) AS chains`;
  const each = Math.ceil((count - lines) / chains);
  const hash = `encode(sha256(convert_to(format(
    '{"action":"autosave","actorId":null,"at":"%s","chain":%s,"facts":{},"previousHash":"%s","sequence":%s}',
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), to_json(chain), previous, sequence), 'UTF8')), 'hex')`;
  // In slices: the client gives a statement thirty seconds.
  for (let slice = 0; slice < SLICES; slice += 1) {
    await db.$executeRawUnsafe(`
      WITH RECURSIVE head AS (
        SELECT 'dossier:' || dossier.id AS chain, date_trunc('milliseconds', filed_at) AS at FROM dossier
        WHERE filed_at IS NOT NULL AND abs(hashtext(dossier.id::text)) % ${SLICES} = ${slice}
          AND NOT EXISTS (SELECT FROM audit_chain WHERE key = 'dossier:' || dossier.id)
      ), line AS (
        SELECT chain, at, 1 AS sequence, ''::text AS previous, ${hash.replace(
          "previous, sequence)",
          "'', 1)",
        )} AS hash FROM head
        UNION ALL
        SELECT chain, at, sequence + 1, hash, ${hash.replace("previous, sequence)", "hash, sequence + 1)")}
        FROM line WHERE sequence < ${each}
      ), heads AS (
        INSERT INTO audit_chain (key, sequence, hash) SELECT chain, sequence, hash FROM line WHERE sequence = ${each}
      )
      INSERT INTO audit_line (chain, sequence, at, actor_id, action, facts, previous_hash, hash)
      SELECT chain, sequence, at, NULL, 'autosave', '{}', previous, hash FROM line`);
  }
  await db.$executeRaw`VACUUM ANALYZE audit_line`;
  await db.$executeRaw`VACUUM ANALYZE audit_chain`;
}
const SLICES = 10;
