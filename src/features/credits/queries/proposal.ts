import { z } from "zod";
import type { Day } from "@/domain/calendar";
import type { MovementKind, ProposalStatus } from "@/domain/credits/movements";
import { notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { mayMove, readsCredits } from "@/domain/rights/credits";
import { lackOf } from "@/server/credits";
import { database } from "@/server/database/client";
import { inRoom } from "@/server/database/ministry-sight";
import { visibleDossiers, visibleUnits } from "@/server/visibility";
import { confirmers } from "../commands/propose-movement";
import { dayOf, PROPOSAL, type ProposalLine, proposalLine } from "./rows";

export interface ProposalPage extends ProposalLine {
  unitId: string;
  status: ProposalStatus;
  reference: string;
  reason: string;
  onDay: Day;
  proposedBy: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  answer: string;
  /** What the reader may do now. */
  may: "answer" | "withdraw" | null;
  /** Why it would be refused as things stand; null when every level can bear it. */
  lack: string | null;
  /** How many people other than its author may confirm it. */
  confirmers: number;
}

/** A proposed movement with its facts. Throws `not-found` out of the actor's sight. */
export async function readProposal(actor: Actor, id: string): Promise<ProposalPage> {
  if (!z.uuid().safeParse(id).success || !readsCredits(actor)) throw notFound();
  const row = await inRoom(actor, "credits", (db) =>
    db.creditProposal.findFirst({
      where: {
        id,
        unit: visibleUnits(actor),
        OR: [{ dossierId: null }, { dossier: visibleDossiers(actor, "credits") }],
      },
      include: PROPOSAL,
    }),
  );
  if (!row) throw notFound();
  const kind = row.kind as MovementKind;
  const line = proposalLine(row, actor.agentId);
  const waits = row.status === "proposed";
  const [people, lack, possible] = await Promise.all([
    database().agent.findMany({
      where: { id: { in: [row.proposedById, row.decidedById ?? row.proposedById] } },
      select: { id: true, givenName: true, usualName: true },
    }),
    waits ? lackOf(database(), { ...line, unitId: row.unitId, dossierId: row.dossierId }) : null,
    waits ? confirmers(database(), kind, row.unit) : [],
  ]);
  const nameOf = (agentId: string | null) => {
    const person = people.find((each) => each.id === agentId);
    return person ? fullName(person) : null;
  };
  return {
    ...line,
    unitId: row.unitId,
    status: row.status as ProposalStatus,
    reference: row.reference,
    reason: row.reason,
    onDay: dayOf(row.onDay),
    proposedBy: nameOf(row.proposedById) ?? "une personne dont le compte n’existe plus",
    decidedBy: nameOf(row.decidedById),
    decidedAt: row.decidedAt,
    answer: row.answer,
    may: waits && mayMove(actor, kind, row.unit) ? (line.own ? "withdraw" : "answer") : null,
    lack: lack?.message ?? null,
    confirmers: possible.filter((each) => each !== row.proposedById).length,
  };
}
