import { BusinessError } from "@/domain/errors";
import { type Actor, type ActorOrganisation, fullName } from "@/domain/rights/actor";
import { type CarrierOrganisation, conflictGround } from "@/domain/rights/conflicts";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { type ExaminedDossier, lockExamined, transitionContext } from "@/server/examined-dossier";
import { notify } from "@/server/notifications";
import { transition } from "@/server/transition";
import type { AssignJurorsInput, RecuseInput } from "../schemas";
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
 * Entrusts a dossier to jurors of its theme. One whose organisation, ministry or own team carries the dossier is recused
 * by the portal: a row, an audit line, no mail. The first juror entrusted starts the review and gives the dossier a
 * place in its call's session.
 */
export function assignJurors(actor: Actor, input: AssignJurorsInput): Promise<Assigned> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "assign-jurors");
    requireBeforeClose(dossier);
    const carriers = await carriersOf(tx, dossier);
    const jurors = await readJurors(tx, dossier, input.jurors);
    const result: Assigned = { assigned: [], recused: [] };
    for (const juror of jurors) {
      const ground = groundOf(juror, carriers);
      const { id } = await tx.jurorAssignment.create({
        data: {
          dossierId: dossier.id,
          jurorId: juror.id,
          presentation: dossier.presentation,
          assignedById: actor.agentId,
          ...(ground && { status: "recused", ground, endedAt: await portalNow(tx) }),
        },
      });
      await recordFact(tx, {
        chain: dossierChain(dossier.id),
        actorId: ground ? null : actor.agentId,
        action: ground ? "recuse-juror" : "assign-juror",
        facts: { assignmentId: id, jurorId: juror.id, ...(ground && { ground }) },
      });
      result[ground ? "recused" : "assigned"].push(fullName(juror));
      if (!ground) {
        await notify(tx, [
          {
            kind: "juror-assigned",
            recipientId: juror.id,
            dossierId: dossier.id,
            payload: { number: dossier.number },
          },
        ]);
      }
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

type Juror = Awaited<ReturnType<typeof readJurors>>[number];

/** The people asked for, each a juror of the theme today who has no part in the dossier yet. */
async function readJurors(tx: Transaction, dossier: ExaminedDossier, ids: readonly string[]) {
  const now = await portalNow(tx);
  const wanted = [...new Set(ids)];
  const jurors = await tx.agent.findMany({
    where: {
      id: { in: wanted },
      closedAt: null,
      grants: {
        some: {
          role: "juror",
          startsAt: { lte: now },
          AND: [
            { OR: [{ themeCode: null }, { themeCode: dossier.themeCode }] },
            { OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
          ],
        },
      },
    },
    include: {
      organisation: true,
      assignments: { where: { dossierId: dossier.id, presentation: dossier.presentation } },
      memberships: { where: { dossierId: dossier.id } },
    },
    orderBy: { usualName: "asc" },
  });
  if (jurors.length !== wanted.length) {
    throw new BusinessError("invalid-input", "Le choix des jurés est à revoir.", [
      {
        path: "jurors",
        message: "Une des personnes cochées n’est plus membre du jury de ce thème. Décochez-la.",
      },
    ]);
  }
  const known = jurors.find(({ assignments }) => assignments.length > 0);
  if (known) {
    throw new BusinessError("already-done", `${fullName(known)} a déjà sa place dans la liste.`);
  }
  return jurors;
}

async function carriersOf(
  tx: Transaction,
  dossier: ExaminedDossier,
): Promise<CarrierOrganisation[]> {
  const select = { id: true, ministryId: true };
  const [lead, others] = [
    await tx.organisation.findUniqueOrThrow({ where: { id: dossier.carrierId }, select }),
    await tx.coCarrier.findMany({
      where: { dossierId: dossier.id },
      select: { organisation: { select } },
    }),
  ];
  return [lead, ...others.map(({ organisation }) => organisation)];
}

/** Why a juror is recused: a member of the dossier's team, or the conflict of their organisation. */
function groundOf(juror: Juror, carriers: readonly CarrierOrganisation[]): string | null {
  if (juror.memberships.length > 0) return "dossier-team";
  return juror.organisation
    ? conflictGround(juror.organisation as ActorOrganisation, carriers)
    : null;
}

/**
 * Recuses a juror by hand, with the reason, until the scoring is closed. From then on they see nothing of the dossier
 * and their sheet, even handed in, counts no more.
 */
export function imposeRecusal(actor: Actor, input: RecuseInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "impose-recusal");
    requireBeforeClose(dossier);
    const { count } = await tx.jurorAssignment.updateMany({
      where: { id: input.assignment, dossierId: dossier.id, status: { not: "recused" } },
      data: { status: "recused", ground: input.reason, endedAt: await portalNow(tx) },
    });
    if (count !== 1) {
      throw new BusinessError("already-done", "Ce juré est déjà déporté de ce dossier.");
    }
    const { jurorId } = await tx.jurorAssignment.findUniqueOrThrow({
      where: { id: input.assignment },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "recuse-juror",
      facts: { assignmentId: input.assignment, jurorId, ground: input.reason },
    });
  });
}
