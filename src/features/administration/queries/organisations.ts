import { notFound } from "@/domain/errors";
import type { Actor, OrganisationKind } from "@/domain/rights/actor";
import { ORGANISATION_KIND_WORDS } from "@/domain/rights/labels";
import { database } from "@/server/database/client";
import { administratorOnly } from "../administrator";

/** A SIRET that people claim and the portal does not know. */
export interface AwaitedOrganisation {
  siret: string;
  /** What the provider calls it; null when it says nothing. */
  claimedName: string | null;
  agents: number;
  /** First sign-in of the one who has waited longest. */
  since: Date;
}

/** The organisations to attach, the longest waited for first. People without any SIRET are not there. */
export async function awaitedOrganisations(actor: Actor): Promise<AwaitedOrganisation[]> {
  administratorOnly(actor);
  return database().$queryRaw<AwaitedOrganisation[]>`
    SELECT claimed_siret AS siret, max(claimed_organisation) AS "claimedName", count(*)::int AS agents,
      min(created_at) AS since
    FROM agent WHERE organisation_id IS NULL AND claimed_siret IS NOT NULL AND closed_at IS NULL
    GROUP BY claimed_siret ORDER BY since, siret`;
}

export interface AwaitedAgent {
  id: string;
  givenName: string;
  usualName: string;
  email: string;
}

/** One organisation to attach, with who waits for it. Not found once it is attached. */
export async function awaitedOrganisation(
  actor: Actor,
  siret: string,
): Promise<AwaitedOrganisation & { people: AwaitedAgent[] }> {
  administratorOnly(actor);
  const people = await database().agent.findMany({
    where: { claimedSiret: siret, organisationId: null, closedAt: null },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      givenName: true,
      usualName: true,
      email: true,
      claimedOrganisation: true,
      createdAt: true,
    },
  });
  const [first] = people;
  if (!first) throw notFound();
  const claimedName = people.map((one) => one.claimedOrganisation).find(Boolean) ?? null;
  return { siret, claimedName, agents: people.length, since: first.createdAt, people };
}

export interface Choice {
  value: string;
  label: string;
}

/** Every organisation of the portal, as a choice: name, kind, ministry. */
export async function organisationChoices(actor: Actor): Promise<Choice[]> {
  administratorOnly(actor);
  const organisations = await database().organisation.findMany({
    orderBy: { name: "asc" },
    select: { id: true, name: true, kind: true, ministry: { select: { name: true } } },
  });
  return organisations.map(({ id, name, kind, ministry }) => ({
    value: id,
    label: [name, ORGANISATION_KIND_WORDS[kind as OrganisationKind], ministry?.name]
      .filter(Boolean)
      .join(", "),
  }));
}

/** The ministries, as a choice. */
export async function ministryChoices(actor: Actor): Promise<Choice[]> {
  administratorOnly(actor);
  const ministries = await database().organisation.findMany({
    where: { kind: "ministry" },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
  return ministries.map(({ id, name }) => ({ value: id, label: name }));
}

/** What the provider said of the actor's own organisation, for the page that explains the wait. */
export async function ownClaim(
  actor: Actor,
): Promise<{ siret: string | null; name: string | null }> {
  const agent = await database().agent.findUniqueOrThrow({
    where: { id: actor.agentId },
    select: { claimedSiret: true, claimedOrganisation: true },
  });
  return { siret: agent.claimedSiret, name: agent.claimedOrganisation };
}
