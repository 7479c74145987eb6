import { z } from "zod";
import {
  fieldLabel,
  historyFields,
  PLAN_HISTORY,
  revisionText,
} from "@/domain/dossier/answer-words";
import { type Editing, mayWrite } from "@/domain/dossier/editing";
import { dossierNumber } from "@/domain/dossier/number";
import { covers } from "@/domain/dossier/team";
import { notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { pinned } from "@/domain/themes/pinned";
import type { ThemeForm } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { readEditing } from "@/server/editing";
import { visibleDossiers } from "@/server/visibility";
import { isOfPlan } from "../commands/restore-answer";

export interface Choice {
  value: string;
  label: string;
}

/** One version of one answer. */
export interface Revision {
  field: string;
  label: string;
  revision: number;
  author: string;
  at: Date;
  /** Its beginning, in words. */
  excerpt: string;
}

export interface AnswerHistory {
  number: string;
  revisions: readonly Revision[];
  /** `field.revision` to continue after; null on the last page. */
  nextCursor: string | null;
  fields: readonly Choice[];
  /** People who wrote in the dossier. */
  people: readonly Choice[];
  /** The filters in force. */
  field: string | null;
  person: string | null;
}

export interface HistoryQuery {
  field?: string | undefined;
  person?: string | undefined;
  after?: string | undefined;
}

const PAGE = 25;
const EXCERPT = 140;
const CURSOR = /^([A-Za-z][A-Za-z0-9]{0,59})\.(\d{1,7})$/;

/** Who changed which answer when, the newest first, for the team of the dossier. Throws `not-found` out of sight. */
export async function readAnswerHistory(
  actor: Actor,
  number: string,
  query: HistoryQuery,
): Promise<AnswerHistory> {
  const { id, form } = await visible(actor, number);
  const writers = await database().answerRevision.findMany({
    where: { dossierId: id },
    distinct: ["agentId"],
    select: { agentId: true },
  });
  const names = await namesOf(writers.map(({ agentId }) => agentId));
  const fields = historyFields(form);
  const field = fields.find(({ value }) => value === query.field)?.value ?? null;
  const person = query.person && names.has(query.person) ? query.person : null;
  const where: Prisma.AnswerRevisionWhereInput = {
    dossierId: id,
    ...(field && { field }),
    ...(person && { agentId: person }),
  };
  const from = CURSOR.exec(query.after ?? "");
  const rows = await database().answerRevision.findMany({
    where,
    orderBy: [{ at: "desc" }, { field: "asc" }, { revision: "desc" }],
    take: PAGE + 1,
    ...(from && {
      cursor: {
        dossierId_field_revision: {
          dossierId: id,
          field: from[1] ?? "",
          revision: Number(from[2]),
        },
      },
      skip: 1,
    }),
  });
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    number,
    fields,
    field,
    person,
    people: [...names]
      .map(([value, label]) => ({ value, label }))
      .sort((one, other) => one.label.localeCompare(other.label, "fr")),
    nextCursor: rows.length > PAGE && last ? `${last.field}.${last.revision}` : null,
    revisions: page.map((row) => ({
      field: row.field,
      label: fieldLabel(form, row.field),
      revision: row.revision,
      author: names.get(row.agentId) ?? "",
      at: row.at,
      excerpt: excerptOf(revisionText(form, row.field, row.value)),
    })),
  };
}

/** The versions of one answer, and two of them to compare. */
export interface FieldHistory {
  number: string;
  field: string;
  label: string;
  /** The newest first. */
  versions: readonly { revision: number; author: string; at: Date }[];
  before: { revision: number; text: string } | null;
  after: { revision: number; text: string };
  /** The revision a restoration would be written over; null when the reader may not restore. */
  baseRevision: number | null;
}

/** Versions shown of one answer: beyond, the older ones are reached by the list of the history. */
const VERSIONS = 60;
const revisionNumber = z.coerce.number().int().min(1);

/**
 * The history of one answer: the version `after` (the last unless told) compared with `before` (the one under it unless
 * told). Throws `not-found` out of sight and for an answer that never had a version.
 */
export async function readFieldHistory(
  actor: Actor,
  number: string,
  asked: { field: string; before?: string | undefined; after?: string | undefined },
): Promise<FieldHistory> {
  const { field } = asked;
  const { id, form, editing, planRevision, access } = await visible(actor, number);
  const rows = await database().answerRevision.findMany({
    where: { dossierId: id, field },
    orderBy: { revision: "desc" },
    take: VERSIONS,
  });
  const version = (text: string | undefined) =>
    rows.find(({ revision }) => revision === revisionNumber.safeParse(text).data);
  const after = version(asked.after) ?? rows[0];
  if (!after) throw notFound();
  const before =
    version(asked.before) ?? rows.find(({ revision }) => revision < after.revision) ?? null;
  const names = await namesOf(rows.map(({ agentId }) => agentId));
  const current = await database().answer.findUnique({
    where: { dossierId_field: { dossierId: id, field } },
    select: { revision: true },
  });
  const newest = isOfPlan(field) ? planRevision : (current?.revision ?? 0);
  const part = isOfPlan(field) ? PLAN_HISTORY : field;
  const read = (row: (typeof rows)[number]) => ({
    revision: row.revision,
    text: revisionText(form, field, row.value),
  });
  return {
    number,
    field,
    label: fieldLabel(form, field),
    versions: rows.map(({ revision, agentId, at }) => ({
      revision,
      author: names.get(agentId) ?? "",
      at,
    })),
    before: before && read(before),
    after: read(after),
    baseRevision: mayWrite(editing, part) && covers(access, "write") ? newest : null,
  };
}

async function visible(
  actor: Actor,
  number: string,
): Promise<{
  id: string;
  form: ThemeForm;
  editing: Editing;
  planRevision: number;
  access: string;
}> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const dossier = await database().dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
    include: { members: { where: { agentId: actor.agentId }, select: { access: true } } },
  });
  if (!dossier) throw notFound();
  const { id, planRevision, members } = dossier;
  const access = members[0]?.access ?? "read";
  const editing = await readEditing(database(), dossier);
  return { id, editing, planRevision, access, form: pinned(dossier).form };
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const agents = await database().agent.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(agents.map((agent) => [agent.id, fullName(agent)]));
}

function excerptOf(text: string): string {
  // Lines and tabs become spaces; the narrow ones inside a figure stay, or it would break.
  const line = text.replace(/[ \t\n]+/g, " ").trim();
  if (line === "") return "Réponse effacée.";
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT - 1).trimEnd()}…` : line;
}
