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
 * a sitting examined of a dossier that has since gone to another theme stays in the sight of those who examine its own.
 */
export async function readSights(
  actor: Actor,
  themeCode: string,
  items: readonly ItemRow[],
): Promise<ReadonlyMap<string, Standing>> {
  const examiner = examines(actor, themeCode);
  const visible = await database().dossier.findMany({
    where: {
      id: { in: items.map(({ dossierId }) => dossierId) },
      OR: [
        visibleDossiers(actor, "instruction"),
        visibleDossiers(actor, "juror"),
        ...(examiner ? [{ sessionItems: { some: { formerTheme: themeCode } } }] : []),
      ],
    },
    select: { id: true },
  });
  const inSight = new Set(visible.map(({ id }) => id));
  const self = {
    agentId: actor.agentId,
    // Whoever examines the theme takes part in every item they are not kept from.
    capacity: examiner ? ("secretary" as const) : ("juror" as const),
  };
  return new Map(
    items.map(({ dossierId, presentation, dossier }) => {
      const standing = standingOf(self, {
        presentation,
        assignments: dossier.assignments,
        team: dossier.members.map(({ agentId }) => agentId),
      });
      const hidden = standing === "takes-part" && !inSight.has(dossierId);
      return [dossierId, hidden ? "not-entrusted" : standing] as const;
    }),
  );
}
