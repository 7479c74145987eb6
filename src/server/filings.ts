import "server-only";
import type { FilingAct } from "@/domain/dossier/editing";
import { filingDifference, type StepChanges } from "@/domain/dossier/filing-difference";
import { fullName } from "@/domain/rights/actor";
import { database } from "./database/client";
import { type FiledReply, filedContentOf, readFiledDossier } from "./filed-dossier";

/** One filing of a dossier. */
export interface FilingLine {
  version: number;
  act: FilingAct;
  filedAt: Date;
  filedBy: string;
  themeCode: string;
}

/** Every filing of a dossier, the last first. Who may read them is settled by the caller, through `server/visibility`. */
export async function readFilings(dossierId: string): Promise<FilingLine[]> {
  const rows = await database().filing.findMany({
    where: { dossierId },
    orderBy: { version: "desc" },
  });
  const agents = await database().agent.findMany({
    where: { id: { in: rows.map(({ agentId }) => agentId) } },
    select: { id: true, givenName: true, usualName: true },
  });
  return rows.map((row) => {
    const { act, theme } = filedContentOf(row);
    const agent = agents.find(({ id }) => id === row.agentId);
    return {
      version: row.version,
      act,
      filedAt: row.filedAt,
      filedBy: agent ? fullName(agent) : "Personne effacée",
      themeCode: theme,
    };
  });
}

/** Two filings of a dossier compared, and what the later one answered to what was asked. */
export interface ComparedFilings {
  before: FilingLine;
  after: FilingLine;
  steps: readonly StepChanges[];
  replies: readonly FiledReply[];
}

/**
 * What changed from one filing to another: the last and the one before it, unless told. Null when the dossier was filed
 * once, or never under these versions. `filings` are all of them, as `readFilings` gives them.
 */
export async function compareFilings(
  dossierId: string,
  filings: readonly FilingLine[],
  asked: { before?: number | undefined; after?: number | undefined } = {},
): Promise<ComparedFilings | null> {
  const version = (wanted: number | undefined) =>
    filings.find((filing) => filing.version === wanted);
  const after = version(asked.after) ?? filings[0];
  if (!after) return null;
  const before = version(asked.before) ?? filings.find((filing) => filing.version < after.version);
  if (!before || before.version === after.version) return null;
  const [former, latter] = await Promise.all(
    [before, after].map((filing) => readFiledDossier(dossierId, database(), filing)),
  );
  if (!former || !latter) return null;
  return { before, after, steps: filingDifference(former, latter), replies: latter.replies };
}
