import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { visibleDossiers, visibleSessions } from "@/server/visibility";

export type ScoringStatus = "preparing" | "scoring" | "closed";
/** Where a sitting stands: its scoring while it is prepared, then the sitting itself. */
export type SessionStatus = ScoringStatus | "open" | "ended";

export interface SessionLine {
  id: string;
  label: string;
  themeCode: string;
  heldOn: Date;
  status: SessionStatus;
  /** Dossiers of the session the actor may see. */
  dossiers: number;
}

/** The status shown of a sitting. */
export function sessionStatus(row: {
  status: string;
  openedAt: Date | null;
  endedAt: Date | null;
}): SessionStatus {
  if (row.endedAt) return "ended";
  return row.openedAt ? "open" : (row.status as ScoringStatus);
}

/** The sessions the actor may know of, latest first; of their dossiers, only those they may see are counted. */
export async function readSessions(actor: Actor): Promise<SessionLine[]> {
  const rows = await database().jurySession.findMany({
    where: visibleSessions(actor),
    include: {
      items: {
        where: {
          dossier: {
            OR: [visibleDossiers(actor, "instruction"), visibleDossiers(actor, "juror")],
          },
        },
        select: { dossierId: true },
      },
    },
    orderBy: [{ heldOn: "desc" }, { id: "asc" }],
    take: 100,
  });
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    themeCode: row.themeCode,
    heldOn: row.heldOn,
    status: sessionStatus(row),
    dossiers: row.items.length,
  }));
}
