import type { Actor } from "@/domain/rights/actor";
import { FUND_OWNERS, type FundOwner } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { administratorOnly } from "../administrator";

export interface FundOwnerLine {
  owner: FundOwner;
  /** Null while no organisation of the portal bears it. */
  organisation: { name: string; siret: string } | null;
}

/** Which organisations are the two administrations that own the funds. */
export async function readFundOwners(actor: Actor): Promise<readonly FundOwnerLine[]> {
  administratorOnly(actor);
  const rows = await database().organisation.findMany({
    where: { fundOwner: { not: null } },
    select: { fundOwner: true, name: true, siret: true },
  });
  return FUND_OWNERS.map((owner) => {
    const row = rows.find(({ fundOwner }) => fundOwner === owner);
    return { owner, organisation: row ? { name: row.name, siret: row.siret } : null };
  });
}
