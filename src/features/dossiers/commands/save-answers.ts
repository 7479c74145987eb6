import { isUnanswered } from "@/domain/dossier/answers";
import { CALL_KIND, type Editing, mayWrite } from "@/domain/dossier/editing";
import { BusinessError } from "@/domain/errors";
import { canonical, type Json } from "@/domain/evidence/canonical";
import { type Actor, fullName } from "@/domain/rights/actor";
import { pinned } from "@/domain/themes/pinned";
import type { ThemeForm } from "@/domain/themes/types";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { CLOSED_PART, lockToWrite } from "@/server/team-dossier";
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
  return inTransaction(async (tx) => {
    const dossier = await lockToWrite(tx, actor, input.number);
    const { form } = pinned(dossier);
    const answers: SavedAnswer[] = [];
    const written: Written[] = [];
    const { now, editing } = dossier;
    const place: Place = { actor, dossierId: dossier.id, form, editing, now, current: new Map() };
    const fields = input.answers.map(({ field }) => field);
    for (const answer of await tx.answer.findMany({
      where: { dossierId: dossier.id, field: { in: fields } },
    })) {
      place.current.set(answer.field, answer);
    }
    for (const change of input.answers) {
      const result = await saveOne(tx, place, change);
      answers.push(result.answer);
      if (result.written) written.push(result.written);
    }
    if (written.length > 0) {
      await recordFact(tx, {
        chain: dossierChain(dossier.id),
        actorId: actor.agentId,
        action: "save-answers",
        facts: {
          revisions: Object.fromEntries(written.map(({ field, revision }) => [field, revision])),
        },
      });
      // A filed dossier bears the name it was filed under until it is filed again.
      if (dossier.filedAt === null) await rename(tx, { id: dossier.id, form, written });
      if (written.some(({ field }) => field === CALL_KIND)) {
        await followCall(tx, actor, dossier.id);
      }
    }
    return { savedAt: now.toISOString(), answers };
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
  dossierId: string;
  form: ThemeForm;
  editing: Editing;
  now: Date;
  /** The saved answers, by field. */
  current: Map<string, Current>;
}

async function saveOne(
  tx: Transaction,
  { actor, dossierId, form, editing, now, current: saved }: Place,
  change: AnswerChange,
): Promise<{ answer: SavedAnswer; written?: Written }> {
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
  const current = saved.get(field);
  const { value, problem } = await keptAnswer(tx, form, {
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
    return { answer: await conflict(tx, actor, field, current) };
  }
  const revision = baseRevision + 1;
  const content = { value: value as string, agentId: actor.agentId };
  const row = { ...content, revision, updatedAt: now };
  if (current) {
    await tx.answer.update({ where: { dossierId_field: { dossierId, field } }, data: row });
  } else {
    await tx.answer.create({ data: { dossierId, field, ...row } });
  }
  saved.set(field, row);
  await tx.answerRevision.create({ data: { dossierId, field, revision, ...content } });
  return {
    answer: { field, status: "saved", revision, problem },
    written: { field, revision },
  };
}

async function conflict(
  tx: Transaction,
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
  const agent = await tx.agent.findUniqueOrThrow({ where: { id: current.agentId } });
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

/** The dossier bears the project's name as its form gives it. */
async function rename(
  tx: Transaction,
  { id, form, written }: { id: string; form: ThemeForm; written: readonly Written[] },
): Promise<void> {
  if (!written.some(({ field }) => field === "title")) return;
  const answer = await tx.answer.findUnique({
    where: { dossierId_field: { dossierId: id, field: "title" } },
  });
  const title = answer?.value;
  if (typeof title !== "string" || title === "" || problemOf(form, "title", title)) return;
  await tx.dossier.update({ where: { id }, data: { title } });
}
