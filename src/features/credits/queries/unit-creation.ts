import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { bopsOfUnitMaker } from "@/domain/rights/credits";
import { FUND_OWNERS, type FundOwner } from "@/domain/themes/types";
import { database } from "@/server/database/client";

export interface UnitCreation {
  bops: readonly FundOwner[];
  ministries: readonly { value: string; label: string }[];
  /** The units of these BOPs that exist, by their codes. */
  units: readonly { code: string; label: string; bop: string; ministry: string }[];
}

/** What the form that creates a unit offers. Throws `not-found` to who may not create one. */
export async function readUnitCreation(actor: Actor): Promise<UnitCreation> {
  const bops = bopsOfUnitMaker(actor, FUND_OWNERS);
  if (bops.length === 0) throw notFound();
  const [ministries, units] = await Promise.all([
    database().organisation.findMany({
      where: { kind: "ministry" },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
    database().operatingUnit.findMany({
      where: { bop: { in: [...bops] } },
      orderBy: { code: "asc" },
      select: { code: true, label: true, bop: true, ministry: { select: { name: true } } },
    }),
  ]);
  return {
    bops,
    ministries: ministries.map(({ id, name }) => ({ value: id, label: name })),
    units: units.map(({ ministry, ...unit }) => ({ ...unit, ministry: ministry.name })),
  };
}
