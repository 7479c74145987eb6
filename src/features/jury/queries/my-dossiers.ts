import type { DossierStatus } from "@/domain/dossier/statuses";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";

/** `closed`: the scoring ended without this sheet, or after it. */
export type SheetState = "to-do" | "started" | "submitted" | "closed";

export interface DossierToScore {
  number: string;
  title: string;
  themeCode: string;
  carrier: string;
  state: SheetState;
  /** Criteria this juror has given a value, of how many. */
  scored: number;
  criteria: number;
  /** The day of the session: sheets are due for it. Null while it has none. */
  dueOn: Date | null;
}

const SCORING: readonly DossierStatus[] = ["under-review", "heard"];
const ORDER: Record<SheetState, number> = { started: 0, "to-do": 0, submitted: 1, closed: 2 };

/** The dossiers entrusted to the actor, with their own progress and nobody else's, nearest due day first. */
export async function readMyDossiers(actor: Actor): Promise<DossierToScore[]> {
  const rows = await database().jurorAssignment.findMany({
    where: {
      jurorId: actor.agentId,
      status: "assigned",
      dossier: visibleDossiers(actor, "juror"),
    },
    include: {
      dossier: {
        include: {
          carrier: { select: { name: true } },
          sessionItems: { where: { formerTheme: null }, include: { session: true } },
        },
      },
      sheet: { include: { scores: { select: { value: true } } } },
    },
  });
  return rows
    .map(({ dossier, presentation, sheet }): DossierToScore => {
      const item = dossier.sessionItems.find((each) => each.presentation === presentation);
      const open = SCORING.includes(dossier.status as DossierStatus);
      const begun = sheet ? "started" : "to-do";
      return {
        number: dossier.number,
        title: dossier.title,
        themeCode: dossier.themeCode,
        carrier: dossier.carrier.name,
        state: sheet?.submittedAt ? "submitted" : open ? begun : "closed",
        scored: sheet?.scores.filter(({ value }) => value !== null).length ?? 0,
        criteria: THEMES[dossier.themeCode as ThemeCode].criteria.length,
        dueOn: item?.session.heldOn ?? null,
      };
    })
    .sort(
      (a, b) =>
        ORDER[a.state] - ORDER[b.state] ||
        (a.dueOn?.getTime() ?? Infinity) - (b.dueOn?.getTime() ?? Infinity) ||
        (a.number < b.number ? -1 : 1),
    );
}
