import type { TypedLine } from "@/domain/dossier/funding-plan";
import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { typedLine } from "@/server/plan-rows";
import { visibleDossiers } from "@/server/visibility";

/** The expenses of a dossier of one of the actor's teams, as typed. Throws `not-found` out of their sight. */
export async function readPlanLines(actor: Actor, number: string): Promise<TypedLine[]> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const dossier = await database().dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
    select: { lines: { orderBy: { position: "asc" } } },
  });
  if (!dossier) throw notFound();
  return dossier.lines.map(typedLine);
}
