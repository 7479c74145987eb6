import "server-only";
import { type FilingAct, stepOfTarget, targetLabel } from "@/domain/dossier/editing";
import { filingDifference, type StepChanges } from "@/domain/dossier/filing-difference";
import { fullName } from "@/domain/rights/actor";
import { database } from "./database/client";
import {
  type FiledDossier,
  type FiledReply,
  filedContentOf,
  readFiledDossier,
} from "./filed-dossier";

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

/** A point that was asked, with its answer and what became of its place in the dossier. */
export interface AnsweredPoint extends Pick<FiledReply, "position" | "question" | "answer"> {
  /** What it is about, in words; null for the whole dossier. */
  about: string | null;
  /** The step it is about, and whether something changed there; null for the whole dossier. */
  step: { key: string; title: string; changed: boolean } | null;
}

/** Two filings of a dossier compared, and what the later one answered to what was asked. */
export interface ComparedFilings {
  before: FilingLine;
  after: FilingLine;
  steps: readonly StepChanges[];
  replies: readonly AnsweredPoint[];
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
  const steps = filingDifference(former, latter);
  return {
    before,
    after,
    steps,
    replies: latter.replies.map((reply) => answeredPoint(reply, latter, steps)),
  };
}

function answeredPoint(
  { position, question, answer, target }: FiledReply,
  { form }: Pick<FiledDossier, "form">,
  changes: readonly StepChanges[],
): AnsweredPoint {
  const step = target === null ? null : stepOfTarget(form, target);
  return {
    position,
    question,
    answer,
    about: target === null ? null : targetLabel(form, target),
    step: step && {
      key: step.key,
      title: step.title,
      changed: changes.some(({ key }) => key === step.key),
    },
  };
}

/**
 * What the present presentation of a dossier answers to what was expected of it, and what it changed; null for a first
 * presentation. Who may read it is settled by the caller.
 */
export async function readNewPresentation(dossierId: string): Promise<ComparedFilings | null> {
  const filings = await readFilings(dossierId);
  const after = filings.find(({ act }) => act === "presentAnew");
  return after ? compareFilings(dossierId, filings, { after: after.version }) : null;
}
