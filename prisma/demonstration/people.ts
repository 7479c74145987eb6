import { FUND_OWNERS } from "@/domain/themes/types";
import type { Transaction } from "@/server/database/client";
import { organisations } from "./organisations";
import { type Persona, personas } from "./personas";

/** Ids of the demonstration's organisations by key. */
export type OrganisationIds = ReadonlyMap<string, string>;

/** Writes the organisations, ministries first, then their links: parents, ministries, DNUM. */
export async function seedOrganisations(tx: Transaction): Promise<OrganisationIds> {
  const ids = new Map<string, string>();
  for (const { key, kind, name, siret, region } of organisations) {
    const { id } = await tx.organisation.create({ data: { kind, name, siret, region } });
    ids.set(key, id);
  }
  const idOf = (key: string | null | undefined) => (key ? (ids.get(key) ?? null) : null);
  for (const { key, ministryKey, parentKey, dnumKey } of organisations) {
    await tx.organisation.update({
      where: { id: ids.get(key) },
      data: {
        ministryId: idOf(ministryKey),
        parentId: idOf(parentKey),
        dnumId: idOf(dnumKey),
        fundOwner: FUND_OWNERS.find((owner) => owner.toLowerCase() === key) ?? null,
      },
    });
  }
  return ids;
}

/** Writes the personas the portal knows, with their identity at the provider and their roles. */
export async function seedPersonas(
  tx: Transaction,
  ids: OrganisationIds,
  issuer: string,
): Promise<ReadonlyMap<string, string>> {
  const agents = new Map<string, string>();
  for (const persona of personas.filter((each) => each.organisationKey !== null)) {
    agents.set(persona.key, await seedPersona(tx, persona, ids, issuer));
  }
  const administrator = agents.get("administrateur");
  for (const persona of personas) {
    const agentId = agents.get(persona.key);
    if (!agentId) continue;
    await tx.roleGrant.createMany({
      data: persona.grants.map(({ role, theme, ministryKey }) => ({
        agentId,
        role,
        themeCode: theme,
        ministryId: ministryKey ? (ids.get(ministryKey) ?? null) : null,
        reason: "Données de démonstration",
        // Nobody grants themselves a role: the first administrator comes with the portal.
        grantedById: agentId === administrator ? null : (administrator ?? null),
      })),
    });
  }
  return agents;
}

async function seedPersona(
  tx: Transaction,
  { claims, organisationKey }: Persona,
  ids: OrganisationIds,
  issuer: string,
): Promise<string> {
  const { id } = await tx.agent.create({
    data: {
      givenName: claims.given_name,
      usualName: claims.usual_name,
      email: claims.email,
      phone: claims.phone_number ?? null,
      organisationId: ids.get(organisationKey ?? "") ?? null,
      identities: { create: { issuer, subject: claims.sub, idpId: claims.idp_id } },
    },
  });
  return id;
}
