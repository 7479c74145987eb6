import { isUnanswered } from "@/domain/dossier/answers";
import { CALL_KIND, type Editing, mayWrite } from "@/domain/dossier/editing";
import { BusinessError } from "@/domain/errors";
import { canonical, type Json } from "@/domain/evidence/canonical";
import { type Actor, fullName } from "@/domain/rights/actor";
import { pinned } from "@/domain/themes/pinned";
import type { ThemeForm } from "@/domain/themes/types";
import { appended, dossierChain, MovedMeanwhile, onLatest } from "@/server/audit";
import { database, inTransaction, type Transaction } from "@/server/database/client";
import type { Dossier } from "@/server/database/generated/client";
import { readEditing } from "@/server/editing";
import { lastRevision } from "@/server/put-back";
import { CLOSED_PART, inTeam, notWritable, SEEN, seen } from "@/server/team-dossier";
import { keptAnswer } from "../kept-answer";
import type { AnswerChange } from "../schemas";
import { problemOf, typedSchema } from "../typed-answer";
import { followCall } from "./follow-call";

/** What became of one answer. Instants are ISO: the result travels as JSON. */
export type SavedAnswer =
  | {
      field: string;
      status: "saved";
      revision: number;
      /** What will have to be corrected before filing; null when the answer can be read or is empty. */
      problem: string | null;
    }
  /** Someone saved another text over the same revision: both are kept, the person chooses. */
  | {
      field: string;
      status: "conflict";
      revision: number;
      value: Json;
      author: string;
      /** Saved by the same person, from another tab or another device. */
      mine: boolean;
      at: string;
    }
  /** What cannot be kept: a control character, a text beyond all bounds, an answer that is not open to writing. */
  | { field: string; status: "refused"; message: string };

export interface SavedAnswers {
  savedAt: string;
  answers: SavedAnswer[];
}

interface Written {
  field: string;
  value: Json;
  revision: number;
}

/**
 * Saves answers of a dossier as typed, each over the revision it was typed on. One answer in conflict or refused, or
 * closed to writing, keeps none of the others from being saved. Throws `invalid-input` for a field the form does not have.
 */
export function saveAnswers(
  actor: Actor,
  input: { number: string; answers: readonly AnswerChange[] },
): Promise<SavedAnswers> {
  return onLatest(async () => {
    const fields = input.answers.map(({ field }) => field);
    const found = await database().dossier.findFirst({
      where: inTeam(actor, input.number),
      include: { ...SEEN, answers: { where: { field: { in: fields } } } },
    });
    const dossier = seen(actor, found, "write");
    const editing = await readEditing(database(), dossier);
    if (editing.act === null) throw notWritable(dossier);
    const place: Place = { actor, dossier, form: pinned(dossier).form, editing };
    const current = new Map<string, Current>(dossier.answers.map((row) => [row.field, row]));
    const answers: SavedAnswer[] = [];
    const written: Written[] = [];
    for (const change of input.answers) {
      const { answer, kept } = await weigh(place, current.get(change.field), change);
      answers.push(answer);
      if (!kept) continue;
      written.push(kept);
      const { agentId } = actor;
      current.set(change.field, { ...kept, agentId, updatedAt: dossier.now });
    }
    const savedAt = await keep(place, written);
    return { savedAt: savedAt.toISOString(), answers };
  });
}

interface Current {
  value: unknown;
  revision: number;
  agentId: string;
  updatedAt: Date;
}

interface Place {
  actor: Actor;
  dossier: Pick<Dossier, "id" | "status" | "filedAt" | "firstExpiryNoticeAt"> & {
    sequence: number;
    now: Date;
  };
  form: ThemeForm;
  editing: Editing;
}

/** What becomes of one answer over the saved one, and what is to be written. */
async function weigh(
  { actor, dossier, form, editing }: Place,
  current: Current | undefined,
  change: AnswerChange,
): Promise<{ answer: SavedAnswer; kept?: Written }> {
  const { field, baseRevision } = change;
  const schema = typedSchema(form, field);
  if (!schema) {
    throw new BusinessError(
      "invalid-input",
      "Le formulaire a changé depuis l’ouverture de cette page\u00A0: rechargez-la.",
    );
  }
  const parsed = schema.safeParse(change.value);
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? "Cette réponse ne peut pas être gardée.";
    return { answer: { field, status: "refused", message } };
  }
  const { value, problem } = await keptAnswer(form, {
    field,
    typed: parsed.data,
    saved: current?.value,
  });
  // A change sent twice, because the first answer was lost, finds its own text.
  if (current && canonical(current.value as Json) === canonical(value)) {
    return { answer: { field, status: "saved", revision: current.revision, problem } };
  }
  // A question left empty since the beginning is no answer yet.
  if (!current && isUnanswered(value)) {
    return { answer: { field, status: "saved", revision: 0, problem } };
  }
  if (!mayWrite(editing, field)) {
    return { answer: { field, status: "refused", message: CLOSED_PART } };
  }
  if ((current?.revision ?? 0) !== baseRevision) {
    return { answer: await conflict(actor, field, current) };
  }
  // A dossier that came back may have lost an answer of its former form: its history goes on from there.
  const isNew = !current && dossier.filedAt !== null;
  const revision = 1 + (isNew ? await lastRevision(database(), dossier.id, field) : baseRevision);
  return {
    answer: { field, status: "saved", revision, problem },
    kept: { field, value, revision },
  };
}

async function conflict(
  actor: Actor,
  field: string,
  current: Current | undefined,
): Promise<SavedAnswer> {
  if (!current) {
    throw new BusinessError(
      "invalid-input",
      "Cette page ne correspond plus au dossier\u00A0: rechargez-la.",
    );
  }
  const agent = await database().agent.findUniqueOrThrow({ where: { id: current.agentId } });
  return {
    field,
    status: "conflict",
    revision: current.revision,
    value: current.value as Json,
    author: fullName(agent),
    mine: current.agentId === actor.agentId,
    at: current.updatedAt.toISOString(),
  };
}

/** Writes what is to be written, and what follows from it. Returns the instant. */
function keep(place: Place, written: readonly Written[]): Promise<Date> {
  const { actor, dossier } = place;
  const title = newTitle(place, written);
  const movesCall = written.some(({ field }) => field === CALL_KIND);
  if (!dossier.firstExpiryNoticeAt && title === null && !movesCall) {
    return write(database(), place, written);
  }
  return inTransaction(async (tx) => {
    const at = await write(tx, place, written);
    await tx.dossier.update({
      where: { id: dossier.id },
      // Whoever saves takes back the notices of the draft's expiry.
      data: { firstExpiryNoticeAt: null, secondExpiryNoticeAt: null, ...(title && { title }) },
    });
    if (movesCall) await followCall(tx, actor, dossier.id);
    return at;
  });
}

/**
 * The name of the project as its form gives it, which the dossier bears; null when it is not given or cannot be one. A
 * filed dossier bears the name it was filed under until it is filed again.
 */
function newTitle({ dossier, form }: Place, written: readonly Written[]): string | null {
  const title = written.findLast(({ field }) => field === "title")?.value;
  if (dossier.filedAt !== null || typeof title !== "string" || title === "") return null;
  return problemOf(form, "title", title) ? null : title;
}

/** Answers, their history and their audit line in one statement, whole with or without a transaction around it. */
async function write(
  tx: Transaction,
  { actor: { agentId }, dossier: { id, status, sequence, now } }: Place,
  written: readonly Written[],
): Promise<Date> {
  if (written.length === 0) return now;
  const fact = appended(
    {
      chain: dossierChain(id),
      actorId: agentId,
      action: "save-answers",
      facts: {
        revisions: Object.fromEntries(written.map(({ field, revision }) => [field, revision])),
      },
    },
    sequence,
  );
  const [kept] = await tx.$queryRaw<{ at: Date }[]>`
    WITH held AS MATERIALIZED (SELECT id FROM dossier WHERE id = ${id}::uuid AND status = ${status} FOR UPDATE),
    fact AS MATERIALIZED (SELECT id, ${fact} AS at FROM held),
    written AS MATERIALIZED (
      SELECT id, field, revision, value, ${agentId}::uuid AS agent_id, at
      FROM fact, jsonb_to_recordset(${JSON.stringify(written)}::jsonb) AS change (field text, value jsonb, revision int)),
    answers AS (
      INSERT INTO answer (dossier_id, field, revision, value, agent_id, updated_at)
      SELECT DISTINCT ON (field) * FROM written ORDER BY field, revision DESC
      ON CONFLICT (dossier_id, field) DO UPDATE SET revision = excluded.revision, value = excluded.value,
        agent_id = excluded.agent_id, updated_at = excluded.updated_at),
    history AS (
      INSERT INTO answer_revision (dossier_id, field, revision, value, agent_id, at) SELECT * FROM written)
    SELECT at FROM fact`;
  if (!kept) throw new MovedMeanwhile("Ce dossier a changé d’étape pendant votre saisie.");
  return kept.at;
}
