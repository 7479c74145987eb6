import type { Day } from "@/domain/calendar";
import { dossierNumber } from "@/domain/dossier/number";
import { covers } from "@/domain/dossier/team";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { dayOfColumn } from "@/server/executions";
import { visibleDossiers } from "@/server/visibility";

/** Whether a draft is shown in the portfolio of its ministry's DNUM. */
export interface DraftSight {
  number: string;
  ministry: string;
  shown: boolean;
  plannedFilingOn: Day | null;
  /** Only those who may file show the draft. */
  mayChange: boolean;
}

/** What a team shows of its draft; null once it is filed, and for a carrier without ministry. Throws `not-found` out of sight. */
export async function readDraftSight(actor: Actor, number: string): Promise<DraftSight | null> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const row = await database().dossier.findFirst({
    where: { AND: [{ number }, visibleDossiers(actor, "carrier")] },
    select: {
      status: true,
      shownToDnum: true,
      plannedFilingOn: true,
      ministry: { select: { name: true } },
      members: { where: { agentId: actor.agentId }, select: { access: true } },
    },
  });
  if (!row) throw notFound();
  if (row.status !== "draft" || !row.ministry) return null;
  return {
    number,
    ministry: row.ministry.name,
    shown: row.shownToDnum,
    plannedFilingOn: row.plannedFilingOn && dayOfColumn(row.plannedFilingOn),
    mayChange: covers(row.members[0]?.access ?? "read", "file"),
  };
}
