import "server-only";
import { z } from "zod";
import { typedCoFinancersSchema } from "@/domain/dossier/co-financing";
import { filedFileSchema } from "@/domain/dossier/files";
import { typedPlanSchema } from "@/domain/dossier/funding-plan";
import { canonical, type Json } from "@/domain/evidence/canonical";
import { dossierChain, recordFact } from "./audit";
import type { Transaction } from "./database/client";
import { isSamePlan, readPlan, writePlanRows } from "./plan-rows";

/** What of a filing a carrier may write again. */
const writtenSchema = z.object({
  answers: z.record(z.string(), z.json()),
  plan: typedPlanSchema,
  coFinancers: typedCoFinancersSchema.prefault([]),
  commitments: z.array(z.string()),
  coCarriers: z.array(z.object({ id: z.uuid() })).prefault([]),
  files: z.array(filedFileSchema).prefault([]),
});
type Written = z.output<typeof writtenSchema>;

interface PutBack {
  dossierId: string;
  /** Whose text is put back: who filed it. */
  agentId: string;
  filed: Written;
}

/**
 * Puts a dossier back as its last filing has it, when its examination goes on without what its team typed since: what is
 * examined is what was filed. Nothing typed is lost: it stays in the history of the answers, and files stay in theirs.
 */
export async function putBackFiled(tx: Transaction, dossierId: string): Promise<void> {
  const filing = await tx.filing.findFirst({
    where: { dossierId },
    orderBy: { version: "desc" },
  });
  if (!filing) return;
  const back: PutBack = {
    dossierId,
    agentId: filing.agentId,
    filed: writtenSchema.parse(filing.content),
  };
  const fields = await putAnswersBack(tx, back);
  const plan = await putPlanBack(tx, back);
  const files = await putFilesBack(tx, back);
  await putPromisesBack(tx, back);
  if (fields.length === 0 && !plan && files === 0) return;
  await recordFact(tx, {
    chain: dossierChain(dossierId),
    actorId: null,
    action: "put-back-filed",
    facts: { version: filing.version, fields, plan, files },
  });
}

/** Returns the fields that were put back. */
async function putAnswersBack(tx: Transaction, back: PutBack): Promise<string[]> {
  const { dossierId, agentId, filed } = back;
  const rows = await tx.answer.findMany({ where: { dossierId } });
  const current = new Map(rows.map((row) => [row.field, row]));
  const changed = Object.entries(filed.answers).filter(([field, value]) => {
    const row = current.get(field);
    return !row || canonical(row.value as Json) !== canonical(value);
  });
  const added = rows.filter(({ field }) => !Object.hasOwn(filed.answers, field));
  for (const [field, value] of changed) {
    const revision = (await lastRevision(tx, dossierId, field)) + 1;
    const text = { value: value as string, agentId };
    await tx.answer.upsert({
      where: { dossierId_field: { dossierId, field } },
      create: { dossierId, field, revision, ...text },
      update: { revision, ...text },
    });
    await tx.answerRevision.create({ data: { dossierId, field, revision, ...text } });
  }
  await tx.answer.deleteMany({
    where: { dossierId, field: { in: added.map(({ field }) => field) } },
  });
  return [...changed.map(([field]) => field), ...added.map(({ field }) => field)].sort();
}

/** The last revision an answer has had; 0 when it never had one. */
export async function lastRevision(
  tx: Transaction,
  dossierId: string,
  field: string,
): Promise<number> {
  const { _max } = await tx.answerRevision.aggregate({
    where: { dossierId, field },
    _max: { revision: true },
  });
  return _max.revision ?? 0;
}

/** Returns whether the plan was put back. */
async function putPlanBack(tx: Transaction, { dossierId, agentId, filed }: PutBack) {
  const saved = await readPlan(tx, dossierId);
  const plan = { lines: filed.plan, coFinancers: filed.coFinancers };
  if (isSamePlan(saved, plan)) return false;
  const { planRevision } = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { planRevision: true },
  });
  await writePlanRows(tx, { dossierId, revision: planRevision + 1, agentId, saved, plan });
  return true;
}

/** Takes off what was joined since, and joins again what was taken off. Returns how many files moved. */
async function putFilesBack(tx: Transaction, { dossierId, filed }: PutBack): Promise<number> {
  const ids = filed.files.map(({ id }) => id);
  const joined = await tx.$executeRaw`
    UPDATE file SET removed_at = guichet_now()
    WHERE dossier_id = ${dossierId}::uuid AND removed_at IS NULL AND NOT id = ANY(${ids}::uuid[])`;
  const { count } = await tx.file.updateMany({
    where: { dossierId, id: { in: ids }, removedAt: { not: null } },
    data: { removedAt: null },
  });
  return joined + count;
}

/** The commitments and the co-carriers. */
async function putPromisesBack(tx: Transaction, { dossierId, agentId, filed }: PutBack) {
  await tx.commitmentAcceptance.deleteMany({
    where: { dossierId, key: { notIn: filed.commitments } },
  });
  await tx.commitmentAcceptance.createMany({
    data: filed.commitments.map((key) => ({ dossierId, key, agentId })),
    skipDuplicates: true,
  });
  const organisations = filed.coCarriers.map(({ id }) => id);
  await tx.coCarrier.deleteMany({
    where: { dossierId, organisationId: { notIn: organisations } },
  });
  await tx.coCarrier.createMany({
    data: organisations.map((organisationId) => ({ dossierId, organisationId })),
    skipDuplicates: true,
  });
}
