import { dossierNumber } from "@/domain/dossier/number";
import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { recordConsultation } from "@/server/consultations";
import { database } from "@/server/database/client";
import { seenByMinistry } from "@/server/database/ministry-sight";
import { visibleDossiers } from "@/server/visibility";
import type { ProjectArchive } from "../archive/entries";
import { projectPieces } from "../archive/pieces";

/** Those who follow a project to its end, the ministry aside: it looks by itself. */
const FOLLOWERS = ["carrier", "instruction", "auditor"] as const;

/**
 * Gathers the archive of a closed project for its team, its theme, its ministry or an auditor. The consultation is written
 * in the general chain before anything leaves. Throws `not-found` out of sight, `not-open` while the project runs.
 */
export async function openArchive(actor: Actor, number: string): Promise<ProjectArchive> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const ofMinistry = await seenByMinistry(actor, number);
  const rooms = FOLLOWERS.map((room) => visibleDossiers(actor, room));
  const dossier = await database().dossier.findFirst({
    where: {
      AND: [
        { number, execution: { isNot: null } },
        { OR: ofMinistry ? [{ id: ofMinistry.id }, ...rooms] : rooms },
      ],
    },
    select: { id: true, title: true, status: true },
  });
  if (!dossier) throw notFound();
  if (dossier.status !== "closed") {
    throw new BusinessError(
      "not-open",
      "Ce projet est en exécution\u00A0: son archive se télécharge une fois le projet clos.",
    );
  }
  await recordConsultation(actor, "project-archive", { dossierId: dossier.id });
  const at = await portalNow();
  return { number, title: dossier.title, at, ...(await projectPieces(dossier.id)) };
}
