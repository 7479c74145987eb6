import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import type { JsonObject } from "@/domain/evidence/canonical";
import { type Actor, holds } from "@/domain/rights/actor";
import { GENERAL_CHAIN } from "@/server/audit";
import { CONSULTATIONS, type ConsultationKind } from "@/server/consultations";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";

/** One consultation of the auditor's own. */
export interface Consultation {
  sequence: number;
  at: Date;
  kind: ConsultationKind;
  dossier: { number: string; title: string; themeCode: string };
}

export const CONSULTATIONS_SHOWN = 20;

/** The last consultations of the auditor, the latest first. Throws `not-found` for anybody who is not an auditor. */
export async function ownConsultations(actor: Actor): Promise<Consultation[]> {
  if (!holds(actor, "auditor")) throw notFound();
  const lines = await database().auditLine.findMany({
    where: { chain: GENERAL_CHAIN, actorId: actor.agentId, action: { in: [...CONSULTATIONS] } },
    orderBy: [{ at: "desc" }, { sequence: "desc" }],
    take: CONSULTATIONS_SHOWN,
  });
  const idOf = (facts: unknown) => String((facts as JsonObject).dossierId);
  const dossiers = await database().dossier.findMany({
    where: {
      AND: [
        { id: { in: [...new Set(lines.map(({ facts }) => idOf(facts)))] } },
        visibleDossiers(actor, "auditor"),
      ],
    },
    select: { id: true, number: true, title: true, themeCode: true },
  });
  const byId = new Map(dossiers.map(({ id, ...dossier }) => [id, dossier]));
  return lines.flatMap(({ sequence, at, action, facts }) => {
    const dossier = byId.get(idOf(facts));
    const kind = CONSULTATIONS.find((known) => known === action);
    return dossier && kind ? [{ sequence, at, kind, dossier }] : [];
  });
}

/** Whether a filed dossier that the auditor may see bears this number. */
export async function findAuditable(actor: Actor, number: string): Promise<boolean> {
  if (!holds(actor, "auditor")) throw notFound();
  if (!dossierNumber.safeParse(number).success) return false;
  const where = { AND: [{ number }, visibleDossiers(actor, "auditor")] };
  return (await database().dossier.count({ where })) > 0;
}
