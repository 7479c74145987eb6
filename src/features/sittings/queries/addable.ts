import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import { TO_EXAMINE } from "../commands/arrange-agenda";
import type { SessionPage } from "./session";

export interface AddableDossier {
  number: string;
  title: string;
}

/** Dossiers of the session's call that wait for a jury and are on no agenda; none for those who do not prepare it. */
export async function readAddable(
  actor: Actor,
  { id, me, openedAt }: SessionPage,
): Promise<AddableDossier[]> {
  if (!me.prepares || openedAt) return [];
  return database().dossier.findMany({
    where: {
      AND: [
        visibleDossiers(actor, "instruction"),
        {
          status: { in: TO_EXAMINE },
          call: { sessions: { some: { id } } },
          sessionItems: {
            none: {
              OR: [
                { sessionId: id },
                { state: { in: ["waiting", "current"] }, session: { endedAt: null } },
              ],
            },
          },
          decisions: { none: { status: { in: ["proposed", "confirmed"] } } },
        },
      ],
    },
    select: { number: true, title: true },
    orderBy: { number: "asc" },
    take: 50,
  });
}
