import { type Actor, themesHeld } from "@/domain/rights/actor";
import type { Standing } from "@/domain/sitting/quorum";
import type { ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { standingOf } from "@/server/sitting";
import { INSTRUCTION, visibleDossiers } from "@/server/visibility";

/** What the sight of an item is read on. */
export interface ItemRow {
  dossierId: string;
  presentation: number;
  /** The theme of the sitting, once the dossier has gone to another. */
  formerTheme: string | null;
  dossier: {
    assignments: readonly { jurorId: string; presentation: number; status: string }[];
    members: readonly { agentId: string }[];
  };
}

/** Whether the actor examines the dossiers of a theme, and not only those entrusted to them. */
export function examines(actor: Actor, theme: string): boolean {
  const themes = themesHeld(actor, INSTRUCTION);
  return themes === "all" || themes.includes(theme as ThemeCode);
}

/**
 * Where the actor stands on each item of a sitting. Only `takes-part` reads anything of it: the dossier is then in sight
 * in the room of the instruction or of the jury, and neither a recusal, an abstention nor the team keeps them away. What
 * a sitting examined of a dossier redirected since stays in its own sight.
 */
export async function readSights(
  actor: Actor,
  themeCode: string,
  items: readonly ItemRow[],
): Promise<ReadonlyMap<string, Standing>> {
  const visible = await database().dossier.findMany({
    where: {
      id: { in: items.map(({ dossierId }) => dossierId) },
      OR: [visibleDossiers(actor, "instruction"), visibleDossiers(actor, "juror")],
    },
    select: { id: true },
  });
  const inSight = new Set(visible.map(({ id }) => id));
  const examiner = examines(actor, themeCode);
  const self = {
    agentId: actor.agentId,
    // Whoever examines the theme takes part in every item they are not kept from.
    capacity: examiner ? ("secretary" as const) : ("juror" as const),
  };
  return new Map(
    items.map(({ dossierId, presentation, formerTheme, dossier }) => {
      const standing = standingOf(self, {
        presentation,
        assignments: dossier.assignments,
        team: dossier.members.map(({ agentId }) => agentId),
      });
      const seen = formerTheme === null ? inSight.has(dossierId) : examiner;
      const hidden = standing === "takes-part" && !seen;
      return [dossierId, hidden ? "not-entrusted" : standing] as const;
    }),
  );
}
