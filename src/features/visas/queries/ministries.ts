import { notFound } from "@/domain/errors";
import { type Actor, ministriesHeld } from "@/domain/rights/actor";
import { ORGANISATION_KIND_WORDS } from "@/domain/rights/labels";
import { CARRIER_KINDS, type CarrierKind } from "@/domain/themes/types";
import { asMinistry } from "@/server/database/ministry-sight";
import { visaDays } from "../ministry";

/** A ministry as its DNUM sets it. */
export interface ServedMinistry {
  id: string;
  name: string;
  dnum: string | null;
  days: number;
  /** Whether the delay is the portal's, for want of one of the ministry's own. */
  isDefault: boolean;
  /** Its organisations by kind, in words. */
  organisations: readonly { kind: string; count: number }[];
}

/** The ministries the agent serves, by name. Throws `not-found` for an agent of no DNUM. */
export async function readServedMinistries(actor: Actor): Promise<ServedMinistry[]> {
  const ids = [...ministriesHeld(actor)];
  if (ids.length === 0) throw notFound();
  const [ministries, kinds] = await asMinistry(actor, (tx) =>
    Promise.all([
      tx.organisation.findMany({
        where: { id: { in: ids } },
        orderBy: { name: "asc" },
        include: { dnum: { select: { name: true } } },
      }),
      tx.organisation.groupBy({
        by: ["ministryId", "kind"],
        where: { ministryId: { in: ids } },
        _count: true,
      }),
    ]),
  );
  return ministries.map((ministry) => ({
    id: ministry.id,
    name: ministry.name,
    dnum: ministry.dnum?.name ?? null,
    days: visaDays(ministry),
    isDefault: ministry.visaDays === null,
    organisations: CARRIER_KINDS.flatMap((kind: CarrierKind) => {
      const found = kinds.find((each) => each.ministryId === ministry.id && each.kind === kind);
      return found ? [{ kind: ORGANISATION_KIND_WORDS[kind], count: found._count }] : [];
    }),
  }));
}
