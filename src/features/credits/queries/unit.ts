import { z } from "zod";
import type { UnitSums } from "@/domain/credits/ledger";
import type { MovementKind, UnitNature } from "@/domain/credits/movements";
import { UNIT_KINDS } from "@/domain/credits/movements";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { mayMove } from "@/domain/rights/credits";
import type { FundOwner } from "@/domain/themes/types";
import { unitSums } from "@/server/credits";
import type { Transaction } from "@/server/database/client";
import { inRoom } from "@/server/database/ministry-sight";
import { visibleDossiers, visibleUnits } from "@/server/visibility";
import {
  MOVEMENT,
  type MovementLine,
  movementLine,
  PROPOSAL,
  type ProposalLine,
  proposalLine,
} from "./rows";

export const MOVEMENTS_PAGE = 25;

export interface UnitPage extends UnitSums {
  id: string;
  code: string;
  label: string;
  bop: FundOwner;
  nature: UnitNature;
  ministry: string;
  /** Movements the reader may propose here. */
  proposable: readonly MovementKind[];
  proposals: readonly ProposalLine[];
  movements: readonly MovementLine[];
  /** Where the list goes on; null at its end. */
  next: string | null;
}

/** A unit, what waits in it and its movements, newest first. Throws `not-found` out of the actor's sight. */
export async function readUnit(actor: Actor, id: string, after: string | null): Promise<UnitPage> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  return inRoom(actor, "credits", (db) => unitIn(db, actor, { id, after }));
}

async function unitIn(
  db: Transaction,
  actor: Actor,
  { id, after }: { id: string; after: string | null },
): Promise<UnitPage> {
  const unit = await db.operatingUnit.findFirst({
    where: { AND: [{ id }, visibleUnits(actor)] },
    include: { ministry: { select: { name: true } } },
  });
  if (!unit) throw notFound();
  const shown = { OR: [{ dossierId: null }, { dossier: visibleDossiers(actor, "credits") }] };
  const [proposals, movements] = await Promise.all([
    db.creditProposal.findMany({
      where: { unitId: id, status: "proposed", ...shown },
      orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
      include: PROPOSAL,
    }),
    db.creditMovement.findMany({
      where: {
        unitId: id,
        OR: [{ dossierId: null }, { account: { dossier: visibleDossiers(actor, "credits") } }],
        ...(after && { id: { lt: after } }),
      },
      orderBy: { id: "desc" },
      take: MOVEMENTS_PAGE + 1,
      include: MOVEMENT,
    }),
  ]);
  const page = movements.slice(0, MOVEMENTS_PAGE);
  return {
    ...unitSums(unit),
    id,
    code: unit.code,
    label: unit.label,
    bop: unit.bop as FundOwner,
    nature: unit.nature as UnitNature,
    ministry: unit.ministry.name,
    proposable: UNIT_KINDS.filter((kind) => mayMove(actor, kind, unit)),
    proposals: proposals.map((row) => proposalLine(row, actor.agentId)),
    movements: page.map(movementLine),
    next: movements.length > MOVEMENTS_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}
