import { UNDECIDED } from "@/domain/dossier/statuses";
import { BusinessError, notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import type { ConflictGround } from "@/domain/rights/conflicts";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { conflictsWith, recuse, tellRecusal } from "@/server/conflicts";
import { inTransaction, type Transaction } from "@/server/database/client";
import { type ExaminedDossier, lockExamined, transitionContext } from "@/server/examined-dossier";
import { type PoolMember, readPool } from "@/server/jury-pool";
import { notify, withdrawNotices } from "@/server/notifications";
import { transition } from "@/server/transition";
import type { AssignJurorsInput, RecuseInput, ReleaseInput } from "../schemas";
import { joinSession } from "./jury-session";

export interface Assigned {
  /** Names of those who received the dossier. */
  assigned: string[];
  /** Names of those the portal recused, who are told nothing of the dossier. */
  recused: string[];
}

const BEFORE_CLOSE = ["admissible", "under-review", "heard"];

/** Jurors come and go until the scoring is closed. */
function requireBeforeClose(dossier: ExaminedDossier): void {
  if (BEFORE_CLOSE.includes(dossier.status)) return;
  throw new BusinessError(
    "changed-meanwhile",
    "La composition du jury ne change plus à cette étape du dossier.",
  );
}

/**
 * Entrusts a dossier to members of its theme's jury. One in conflict with it is recused by the portal: a row, an audit
 * line, no mail. The first juror entrusted starts the review and gives the dossier a place in its call's session.
 */
export function assignJurors(actor: Actor, input: AssignJurorsInput): Promise<Assigned> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "assign-jurors");
    requireBeforeClose(dossier);
    const jurors = await readJurors(tx, actor, dossier, input.jurors);
    const conflicts = await conflictsWith(
      tx,
      dossier.id,
      jurors.map(({ judge }) => judge),
    );
    const result: Assigned = { assigned: [], recused: [] };
    for (const { agentId, name } of jurors) {
      const ground = conflicts.get(agentId);
      const seat = {
        dossierId: dossier.id,
        jurorId: agentId,
        presentation: dossier.presentation,
        assignedById: actor.agentId,
      };
      if (ground) await recuseAtOnce(tx, seat, ground);
      else await entrust(tx, seat, dossier.number);
      result[ground ? "recused" : "assigned"].push(name);
    }
    if (dossier.status === "admissible" && result.assigned.length > 0) {
      await joinSession(tx, actor, dossier, input.heldOn);
      await transition(tx, {
        name: "review",
        dossier,
        actor,
        context: await transitionContext(tx, dossier),
      });
    }
    return result;
  });
}

interface Seat {
  dossierId: string;
  jurorId: string;
  presentation: number;
  assignedById: string;
}

async function entrust(tx: Transaction, seat: Seat, number: string): Promise<void> {
  const { dossierId, jurorId, assignedById } = seat;
  const { id } = await tx.jurorAssignment.create({ data: seat });
  await recordFact(tx, {
    chain: dossierChain(dossierId),
    actorId: assignedById,
    action: "assign-juror",
    facts: { assignmentId: id, jurorId },
  });
  await notify(tx, [
    { kind: "juror-assigned", recipientId: jurorId, dossierId, payload: { number } },
  ]);
}

/** The portal recuses whom a rule forbids: they are told nothing, not even that the dossier exists. */
async function recuseAtOnce(tx: Transaction, seat: Seat, ground: ConflictGround): Promise<void> {
  const { id } = await tx.jurorAssignment.create({
    data: { ...seat, status: "recused", ground, endedAt: await portalNow(tx) },
  });
  await tellRecusal(tx, { assignment: { id, ...seat }, ground, byId: null });
}

/** The people asked for, each able to judge today and without a part in the dossier yet; locked until commit. */
async function readJurors(
  tx: Transaction,
  actor: Actor,
  dossier: ExaminedDossier,
  ids: readonly string[],
): Promise<PoolMember[]> {
  const wanted = [...new Set(ids)];
  await tx.$queryRaw`SELECT id FROM agent WHERE id = ANY(${wanted}::uuid[]) ORDER BY id FOR SHARE`;
  const jurors = await readPool(tx, actor, dossier.themeCode, wanted);
  const refuse = (message: string) =>
    new BusinessError("invalid-input", "Le choix des jurés est à revoir.", [
      { path: "jurors", message },
    ]);
  if (jurors.length !== wanted.length) {
    throw refuse("Une des personnes cochées n’est plus membre du jury de ce thème. Décochez-la.");
  }
  const hindered = jurors.find((juror) => juror.hindrance !== null);
  if (hindered) {
    throw refuse(
      `${hindered.name} ne peut pas recevoir de dossier\u00A0: ${hindered.hindrance}. Décochez cette personne.`,
    );
  }
  const known = await tx.jurorAssignment.findFirst({
    where: { dossierId: dossier.id, presentation: dossier.presentation, jurorId: { in: wanted } },
    include: { juror: true },
  });
  if (known) {
    throw new BusinessError(
      "already-done",
      `${fullName(known.juror)} a déjà sa place dans la liste.`,
    );
  }
  return jurors;
}

/**
 * Recuses a juror by hand, with the reason, until a decision is taken: a conflict found after the scoring still has to be
 * drawn from it. From then on they see nothing of the dossier and their sheet, even handed in, counts no more.
 */
export function imposeRecusal(actor: Actor, input: RecuseInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "impose-recusal");
    if (!UNDECIDED.includes(dossier.status)) {
      throw new BusinessError(
        "changed-meanwhile",
        "Une décision est prise sur ce dossier\u00A0: un déport n’y changerait plus rien.",
      );
    }
    const assignment = await tx.jurorAssignment.findFirst({
      where: { id: input.assignment, dossierId: dossier.id, presentation: dossier.presentation },
    });
    if (!assignment) throw notFound();
    const ground = input.reason;
    if (!(await recuse(tx, { assignment, ground, byId: actor.agentId }))) {
      throw new BusinessError("already-done", "Ce juré est déjà déporté de ce dossier.");
    }
  });
}

/**
 * Takes a dossier back from a juror who cannot score it, with the reason, so that the scoring does not wait for a sheet
 * that will not come. A sheet handed in stays: a recusal alone takes it out.
 */
export function releaseJuror(actor: Actor, input: ReleaseInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "assign-jurors");
    requireBeforeClose(dossier);
    // The juror may be handing in at this instant: one of the two waits for the other.
    await tx.$queryRaw`SELECT id FROM juror_assignment WHERE id = ${input.assignment}::uuid FOR UPDATE`;
    const assignment = await tx.jurorAssignment.findFirst({
      where: { id: input.assignment, dossierId: dossier.id, presentation: dossier.presentation },
      include: { sheet: { select: { submittedAt: true } } },
    });
    if (!assignment) throw notFound();
    const { id, jurorId, sheet, status } = assignment;
    if (status !== "assigned") {
      throw new BusinessError("already-done", "Ce dossier n’est déjà plus confié à ce juré.");
    }
    if (sheet?.submittedAt) {
      throw new BusinessError(
        "already-done",
        "Cette fiche est remise\u00A0: elle compte. Seul un lien d’intérêts la retire, par un déport.",
      );
    }
    await tx.jurorAssignment.update({
      where: { id },
      data: { status: "ended", endedAt: await portalNow(tx) },
    });
    await withdrawNotices(tx, { recipientId: jurorId, dossierId: dossier.id });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "release-juror",
      facts: { assignmentId: id, jurorId, reason: input.reason },
    });
    await notify(tx, [
      {
        kind: "juror-released",
        recipientId: jurorId,
        payload: { number: dossier.number, reason: input.reason },
      },
    ]);
  });
}
