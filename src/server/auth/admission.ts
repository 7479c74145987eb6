import "server-only";
import { GENERAL_CHAIN, recordFact } from "../audit";
import { imposeConflicts } from "../conflicts";
import { database, inTransaction, type Transaction } from "../database/client";
import type { Agent } from "../database/generated/client";
import type { Claims } from "./claims";
import { isStrong } from "./find-actor";
import type { RefusalReason } from "./refusal-reasons";

export type Admission = { agentId: string } | { refused: RefusalReason };

/**
 * Lets a person in, or says why not. The account is the pair (issuer, subject), never the e-mail address; names and
 * addresses follow the claims at each sign-in; the organisation comes from the portal's own table, by SIRET. A first
 * sign-in creates the agent and the identity together.
 */
export async function admit(claims: Claims): Promise<Admission> {
  try {
    return await inTransaction((tx) => admitWithin(tx, claims));
  } catch (error) {
    // Two first sign-ins of the same person at once: the second finds what the first created.
    if (isDuplicate(error)) return inTransaction((tx) => admitWithin(tx, claims));
    throw error;
  }
}

async function admitWithin(tx: Transaction, claims: Claims): Promise<Admission> {
  const organisation = await organisationOf(tx, claims.siret);
  if (!isServed(claims.populations, organisation)) return { refused: "population" };
  const identity = await tx.identity.findUnique({
    where: { issuer_subject: { issuer: claims.issuer, subject: claims.subject } },
    include: { agent: true },
  });
  if (!identity) return { agentId: await createAgent(tx, claims, organisation?.id ?? null) };
  if (identity.agent.closedAt) return { refused: "compte" };
  if (!isStrong(claims.acr) && (await holdsARole(tx, identity.agentId))) {
    return { refused: "authentification" };
  }
  await updateAgent(tx, identity.agent, claims, organisation?.id ?? null);
  return { agentId: identity.agentId };
}

interface KnownOrganisation {
  id: string;
  kind: string;
}

/**
 * The organisation of a SIRET: the one that bears it, else the one an administrator attached to the agents who claim
 * it. Null when nobody has said yet.
 */
async function organisationOf(
  tx: Transaction,
  siret: string | null,
): Promise<KnownOrganisation | null> {
  if (!siret) return null;
  const select = { id: true, kind: true } as const;
  const known = await tx.organisation.findUnique({ where: { siret }, select });
  if (known) return known;
  const attached = await tx.agent.findFirst({
    where: { claimedSiret: siret, organisationId: { not: null } },
    select: { organisation: { select } },
    orderBy: { id: "desc" },
  });
  return attached?.organisation ?? null;
}

/**
 * Whether the portal serves this person. Themes are for State services, their operators and laboratories; ITN7, for
 * local authorities, has its own counter elsewhere. The portal's table of organisations speaks before the provider's
 * populations, except that an agent of a local authority only is never let in.
 */
function isServed(populations: readonly string[], organisation: KnownOrganisation | null): boolean {
  const ofTheState = populations.includes("agent_public_etat");
  if (populations.includes("agent_public_territorial") && !ofTheState) return false;
  return organisation ? organisation.kind !== "local-authority" : ofTheState;
}

async function holdsARole(tx: Transaction, agentId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM role_grant WHERE agent_id = ${agentId}::uuid
      AND starts_at <= guichet_now() AND (ends_at IS NULL OR guichet_now() < ends_at) LIMIT 1`;
  return rows.length > 0;
}

async function createAgent(
  tx: Transaction,
  claims: Claims,
  organisationId: string | null,
): Promise<string> {
  const agent = await tx.agent.create({
    data: { ...personOf(claims), ...claimedOf(claims), organisationId },
  });
  await tx.identity.create({
    data: {
      issuer: claims.issuer,
      subject: claims.subject,
      idpId: claims.idpId,
      agentId: agent.id,
    },
  });
  await recordFact(tx, {
    chain: GENERAL_CHAIN,
    actorId: agent.id,
    action: "agent-created",
    facts: { agentId: agent.id, organisationId, siret: claims.siret },
  });
  return agent.id;
}

async function updateAgent(
  tx: Transaction,
  agent: Agent,
  claims: Claims,
  organisationId: string | null,
): Promise<void> {
  const next = {
    ...personOf(claims),
    ...claimedOf(claims),
    // An unknown SIRET does not undo what an administrator attached.
    organisationId: organisationId ?? agent.organisationId,
  };
  const changed = (Object.keys(next) as (keyof typeof next)[]).filter(
    (field) => next[field] !== agent[field],
  );
  if (changed.length === 0) return;
  await tx.agent.update({ where: { id: agent.id }, data: next });
  // Somebody of the jury who moves to a carrier, or whose name changes, may judge no more what they hold.
  await imposeConflicts(tx, { agentId: agent.id });
  await recordFact(tx, {
    chain: GENERAL_CHAIN,
    actorId: agent.id,
    action: "agent-updated",
    // Names of fields, not their values: an erasure must not break the chain.
    facts: { agentId: agent.id, changed, organisationId: next.organisationId },
  });
}

function personOf({ givenName, usualName, email, phone }: Claims) {
  return { givenName, usualName, email, phone };
}

function claimedOf({ siret, organisationLabel }: Claims) {
  return { claimedSiret: siret, claimedOrganisation: organisationLabel };
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}

/** The agent of an account at the provider, unless closed; null when there is none. */
export async function agentOfIdentity(issuer: string, subject: string): Promise<Agent | null> {
  const identity = await database().identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    include: { agent: true },
  });
  return identity && !identity.agent.closedAt ? identity.agent : null;
}
