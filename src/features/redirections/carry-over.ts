import { asks } from "@/domain/dossier/answers";
import { CALL_KIND } from "@/domain/dossier/editing";
import { AWAITED_OPINIONS } from "@/domain/dossier/opinion";
import { isSharedAnswer } from "@/domain/dossier/shared-questions";
import type { Actor } from "@/domain/rights/actor";
import { fileSlots } from "@/domain/themes/file-slots";
import type { Transaction } from "@/server/database/client";
import { tellEnd } from "@/server/end-of-opinion";
import { lastRevision } from "@/server/put-back";
import type { Compared } from "./comparison";

interface Carried {
  actor: Actor;
  dossierId: string;
  compared: Compared;
}

/**
 * Puts what the carrier wrote under its new form. Shared answers, plan, co-financers, co-carriers and files go on. An
 * answer to a question that the new form asks in other words is taken out: it stays in the history. Commitments and visa
 * were given for the former theme; what they were is in the filing.
 */
export async function carryOver(tx: Transaction, carried: Carried): Promise<void> {
  const { dossierId, compared } = carried;
  const { filed, target } = compared;
  const rows = await tx.answer.findMany({ where: { dossierId }, select: { field: true } });
  const reworded = rows
    .map(({ field }) => field)
    .filter((field) => asks(target.form, field) && !isSharedAnswer(filed.form, target.form, field));
  await tx.answer.deleteMany({ where: { dossierId, field: { in: reworded } } });
  await followTheCall(tx, carried);
  await tx.commitmentAcceptance.deleteMany({ where: { dossierId } });
  await tx.visa.deleteMany({ where: { dossierId } });
  const slots = fileSlots(target.form).map(({ field }) => field);
  await tx.file.updateMany({
    where: { dossierId, field: { notIn: slots } },
    data: { field: slots.at(-1) ?? "" },
  });
}

/** Where the form asks which call one files to (ITN5), the proposal has answered: it never changes after a filing. */
async function followTheCall(tx: Transaction, { actor, dossierId, compared }: Carried) {
  const { form, call } = compared.target;
  if (!Object.hasOwn(form.fields.shape, CALL_KIND)) return;
  const revision = (await lastRevision(tx, dossierId, CALL_KIND)) + 1;
  const text = { value: call.kind, agentId: actor.agentId };
  await tx.answer.upsert({
    where: { dossierId_field: { dossierId, field: CALL_KIND } },
    create: { dossierId, field: CALL_KIND, revision, ...text },
    update: { revision, ...text },
  });
  await tx.answerRevision.create({ data: { dossierId, field: CALL_KIND, revision, ...text } });
}

/**
 * Ends what the former theme had under way on a dossier that leaves it, and keeps what it said apart: jurors and their
 * sheets, opinions of experts. The words under which its people found the dossier were theirs.
 */
export async function leaveBehind(
  tx: Transaction,
  { dossierId, theme, at }: { dossierId: string; theme: string; at: Date },
): Promise<void> {
  await tx.jurorAssignment.updateMany({
    where: { dossierId, status: "assigned" },
    data: { status: "ended", endedAt: at },
  });
  const former = { where: { dossierId, formerTheme: null }, data: { formerTheme: theme } };
  await tx.jurorAssignment.updateMany(former);
  const awaited = { dossierId, status: { in: [...AWAITED_OPINIONS] } };
  const revoked = await tx.expertOpinion.updateManyAndReturn({
    where: awaited,
    data: { status: "revoked", endedAt: at, endedReason: "Le dossier change de thème." },
  });
  for (const opinion of revoked) await tellEnd(tx, opinion);
  await tx.expertOpinion.updateMany(former);
  await tx.dossierLabel.deleteMany({ where: { dossierId } });
}
