import { dossierNumber } from "@/domain/dossier/number";
import type { Actor } from "@/domain/rights/actor";
import { routes } from "@/routes";
import { asMinistry, inRoom } from "@/server/database/ministry-sight";
import { type Relation, visibleDossiers, visibleVisas } from "@/server/visibility";

/** Rooms in the order in which a person who holds several roles is sent to one. */
const ROOMS: readonly [Relation, (number: string) => string][] = [
  ["instruction", routes.instructionDossier],
  ["receiving", routes.redirection],
  ["juror", routes.sheet],
  ["expert", routes.myOpinions],
  ["ministry", routes.ministryDossier],
  ["auditor", routes.auditDossier],
];

/**
 * Where the address people share leads this reader: null for the dossier's team, which is at home there; their own
 * room's page for the others; undefined when no room shows them the dossier.
 */
export async function ownRoom(actor: Actor, number: string): Promise<string | null | undefined> {
  if (!dossierNumber.safeParse(number).success) return undefined;
  const sees = (relation: Relation) =>
    inRoom(actor, relation, (tx) =>
      tx.dossier.count({ where: { number, ...visibleDossiers(actor, relation) } }),
    );
  if ((await sees("carrier")) > 0) return null;
  for (const [relation, page] of ROOMS) {
    if ((await sees(relation)) > 0) return page(number);
  }
  // A draft shown to a DNUM is read in the page of its visa alone.
  const where = { AND: [{ dossier: { number } }, visibleVisas(actor)] };
  const asked = await asMinistry(actor, (tx) => tx.visa.count({ where }));
  return asked > 0 ? routes.visa(number) : undefined;
}
