import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { imposeConflicts } from "@/server/conflicts";
import { inTransaction, type Transaction } from "@/server/database/client";
import { notify } from "@/server/notifications";
import { requireAdministrator } from "../administrator";
import type { AttachInput, CreateOrganisationInput } from "../schemas";

export interface Attached {
  organisation: string;
  /** People attached now; those who sign in later with the same SIRET follow by themselves. */
  agents: number;
}

/** Attaches the agents who claim an unknown SIRET to an organisation of the portal's table, and tells each by mail. */
export async function attachOrganisation(actor: Actor, input: AttachInput): Promise<Attached> {
  requireAdministrator(actor);
  return inTransaction(async (tx) => {
    const organisation = await tx.organisation.findUnique({ where: { id: input.organisationId } });
    if (!organisation) {
      throw refusedField("organisationId", "Choisissez l’organisation dans la liste.");
    }
    return attach(tx, actor, input.siret, organisation);
  });
}

/** Adds the organisation of a SIRET, then attaches the agents who claim it. */
export async function createOrganisation(
  actor: Actor,
  input: CreateOrganisationInput,
): Promise<Attached> {
  requireAdministrator(actor);
  return inTransaction(async (tx) => {
    await checkMinistry(tx, input);
    if (await tx.organisation.findUnique({ where: { siret: input.siret } })) {
      throw new BusinessError(
        "already-done",
        "Une organisation porte déjà ce SIRET. Revenez à la liste.",
      );
    }
    const { siret, kind, name, ministryId, region } = input;
    const organisation = await tx.organisation.create({
      data: { siret, kind, name, ministryId, region },
    });
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "organisation-created",
      facts: { organisationId: organisation.id, siret, kind, ministryId, region },
    });
    return attach(tx, actor, siret, organisation);
  });
}

/** A ministry and a local authority have no ministry; every other organisation has one, and it is a ministry. */
async function checkMinistry(tx: Transaction, { kind, ministryId }: CreateOrganisationInput) {
  const independent = kind === "ministry" || kind === "local-authority";
  if (independent && ministryId) {
    throw refusedField(
      "ministryId",
      "Un ministère ou une collectivité n’a pas de ministère de rattachement\u00A0: laissez ce choix vide.",
    );
  }
  if (independent) return;
  const ministry = ministryId
    ? await tx.organisation.findUnique({ where: { id: ministryId } })
    : null;
  if (ministry?.kind !== "ministry") {
    throw refusedField(
      "ministryId",
      "Choisissez le ministère dont l’organisation relève\u00A0: sa DNUM verra les dossiers.",
    );
  }
}

async function attach(
  tx: Transaction,
  actor: Actor,
  siret: string,
  organisation: { id: string; name: string },
): Promise<Attached> {
  const agents = await tx.agent.updateManyAndReturn({
    where: { claimedSiret: siret, organisationId: null, closedAt: null },
    data: { organisationId: organisation.id },
    select: { id: true },
  });
  if (agents.length === 0) {
    throw new BusinessError(
      "already-done",
      "Plus aucun agent n’attend pour ce SIRET\u00A0: un autre administrateur l’a traité.",
    );
  }
  for (const { id } of agents) await imposeConflicts(tx, { agentId: id });
  await recordFact(tx, {
    chain: GENERAL_CHAIN,
    actorId: actor.agentId,
    action: "organisation-attached",
    facts: { siret, organisationId: organisation.id, agentIds: agents.map(({ id }) => id) },
  });
  await notify(
    tx,
    agents.map(({ id }) => ({ kind: "organisation-attached", recipientId: id })),
  );
  return { organisation: organisation.name, agents: agents.length };
}

function refusedField(path: string, message: string): BusinessError {
  return new BusinessError("invalid-input", message, [{ path, message }]);
}
