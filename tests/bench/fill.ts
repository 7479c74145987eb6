import { createHash } from "node:crypto";
import pg from "pg";
import { THEME_CODES, type ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { longLogs } from "../fixtures/long-logs";
import { manyDossiers } from "../fixtures/many-dossiers";
import { manyProjects } from "../fixtures/many-projects";
import { ministries } from "../fixtures/ministries";
import { scoredDossiers } from "../fixtures/ranked-call";
import { aCall, anActor, anOrganisation, setClock } from "../fixtures/world";

/**
 * Writes the volume that pages are measured over: `people`, then `dossiers N` or `projects N` over them. Each person's
 * session is opened by their name: `guichet-session=owner`.
 */

/** Themes of the owner under whose name the pages of the instruction are read. */
const THEMES: readonly ThemeCode[] = ["SNAP1", "ITN3", "ITN6", "SNAP3"];
const MINISTRIES = 30;
/** A session with hundreds of dossiers has another measure (`ranking.ts`): here its page is one of a call in use. */
const RANKED = 40;
const LINES_OF_A_LOG = 10;

async function people(): Promise<void> {
  // Before all that is written over them: their roles have begun.
  await setClock("2020-11-01T10:00:00+01:00");
  const [ministry] = await ministries(MINISTRIES);
  const dinum = await anOrganisation({ kind: "central-administration", name: "DINUM" });
  await database().organisation.update({ where: { id: dinum.id }, data: { fundOwner: "DINUM" } });
  const owner = await anActor(
    null,
    ...THEMES.map((theme) => ({ role: "theme-owner", theme }) as const),
  );
  const everywhere = await anActor(
    null,
    ...THEME_CODES.map((theme) => ({ role: "theme-owner", theme }) as const),
  );
  const dnum = await anActor(null, { role: "dnum", ministryId: ministry?.id ?? "" });
  const keeper = await anActor({ ...dinum, fundOwner: "DINUM" }, { role: "bop-manager" });
  const committee = await anActor(null, { role: "cosinum" });
  const sessions = Object.entries({ owner, everywhere, dnum, keeper, committee });
  await database().session.createMany({
    data: sessions.map(([name, { agentId }]) => ({
      tokenHash: createHash("sha256").update(name).digest("hex"),
      agentId,
      acr: "eidas2",
      expiresAt: new Date(Date.now() + 6 * 3_600_000),
    })),
  });
}

/** The agent whose session bears a name. */
async function agentOf(name: string) {
  const tokenHash = createHash("sha256").update(name).digest("hex");
  return database().session.findUniqueOrThrow({ where: { tokenHash }, select: { agentId: true } });
}

async function dossiers(count: number): Promise<void> {
  await setClock("2021-01-20T10:00:00+01:00");
  const { agentId } = await agentOf("owner");
  // The first of the calls: the page of decisions opens on it.
  const ranked = await aCall("ITN3");
  await manyDossiers(count - RANKED, { themes: THEMES, instructor: { agentId } });
  await scoredDossiers(ranked, { dossiers: RANKED, jurors: 6, by: { agentId } });
  // One at least in every other call: its ranking is then closed to the owner.
  await database().$executeRaw`
    INSERT INTO juror_assignment (id, dossier_id, juror_id, assigned_by_id, status, ground, ended_at)
    SELECT DISTINCT ON (call_id) gen_random_uuid(), id, ${agentId}::uuid, ${agentId}::uuid, 'recused', 'same-ministry', now()
    FROM dossier WHERE status = 'scored' AND call_id <> ${ranked.id}::uuid ORDER BY call_id, id ON CONFLICT DO NOTHING`;
  await longLogs(LINES_OF_A_LOG);
  await settle();
}

async function projects(count: number): Promise<void> {
  await setClock("2023-01-20T10:00:00+01:00");
  await manyProjects(count);
  await settle();
}

/** What the server would do by and by, before anything is measured: no page waits for it, none is read while it runs. */
async function settle(): Promise<void> {
  // Not through the portal's client, which gives up on what takes half a minute.
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("VACUUM ANALYZE");
  await client.query("CHECKPOINT");
  await client.end();
}

const FILLS = { people, dossiers, projects };
const [what, count] = process.argv.slice(2);
await FILLS[what as keyof typeof FILLS](Number(count));
await database().$disconnect();
process.exit();
