import type { DossierStatus } from "@/domain/dossier/statuses";
import { type Cents, euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { database, inTransaction } from "@/server/database/client";
import { commitAward } from "@/server/envelopes";
import { aCall, aDossier, anActor, anOrganisation } from "../../fixtures/world";

/** People of steering, two ministries with a carrier each, a local authority of none; the calls come with the projects. */
export async function theSteering() {
  const owner = await anOrganisation({ kind: "central-administration", name: "DITP" });
  const ditp = await database().organisation.update({
    where: { id: owner.id },
    data: { fundOwner: "DITP" },
  });
  const ministries = [await anOrganisation(), await anOrganisation()] as const;
  const carriers = [];
  for (const { id: ministryId } of ministries) {
    carriers.push(await anActor(await anOrganisation({ kind: "state-operator", ministryId })));
  }
  carriers.push(await anActor(await anOrganisation({ kind: "local-authority" })));
  const [first, second] = ministries;
  return {
    ministries,
    carriers,
    calls: new Map<ThemeCode, Awaited<ReturnType<typeof aCall>>>(),
    committee: await anActor(null, { role: "cosinum" }),
    auditor: await anActor(null, { role: "auditor" }),
    keeper: await anActor(ditp, { role: "bop-manager" }),
    dnum: await anActor(first, { role: "dnum", ministryId: first.id }),
    decider: await anActor(second, { role: "theme-owner" }),
    chair: await anActor(second, { role: "chair" }),
  };
}
export type Steering = Awaited<ReturnType<typeof theSteering>>;

async function callOf({ calls }: Steering, theme: ThemeCode) {
  const call = calls.get(theme) ?? (await aCall(theme, { total: euros(900_000_000) }));
  calls.set(theme, call);
  return call;
}

export interface Asked {
  theme: ThemeCode;
  carrier: Actor;
  filedAt: string;
  status?: DossierStatus;
  requested?: Cents;
  /** Confirmed; told when `told` says so. */
  decision?: { outcome: "accepted" | "refused"; amount?: Cents; at: string; told?: string };
  /** A setting aside told to the carrier. */
  told?: string;
}

/** A filed dossier with its decision, as the commands leave them. */
export async function aProject(room: Steering, asked: Asked) {
  const { theme, carrier, filedAt, decision, requested = euros(300_000) } = asked;
  const call = await callOf(room, theme);
  const dossier = await aDossier({
    carrier,
    call,
    status: asked.status ?? decision?.outcome ?? "filed",
    grant: requested,
  });
  if (dossier.status === "draft") return dossier;
  const told = decision?.told ?? asked.told;
  await inTransaction(async (tx) => {
    await tx.dossier.update({
      where: { id: dossier.id },
      data: { filedAt: new Date(filedAt), notifiedAt: told ? new Date(told) : null },
    });
    if (!decision) return;
    const { outcome, amount = euros(0) } = decision;
    const { id: decisionId } = await tx.decision.create({
      data: {
        dossierId: dossier.id,
        outcome,
        status: "confirmed",
        amount: outcome === "accepted" ? BigInt(amount) : null,
        computedGrant: BigInt(requested),
        motive: "Motif.",
        proposedById: room.decider.agentId,
        confirmedById: room.chair.agentId,
        confirmedAt: new Date(decision.at),
        notifiedAt: decision.told ? new Date(decision.told) : null,
      },
    });
    if (outcome === "accepted") {
      await commitAward(tx, { envelopeId: call.envelopeId, decisionId, amount });
    }
  });
  return dossier;
}
