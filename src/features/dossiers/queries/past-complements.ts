import type { AskedItem } from "@/domain/dossier/asked";
import type { ComplementClock, ComplementStatus } from "@/domain/dossier/complements";
import { database } from "@/server/database/client";
import type { OpenDossier } from "./open-dossier";

/** A request that is over, as the team of its dossier reads it. */
export interface PastComplement extends ComplementClock {
  number: number;
  message: string;
  requestedAt: Date;
  items: readonly AskedItem[];
  /** Why the examination went on without an answer; empty when there was one. */
  reason: string;
}

/** The requests of complements that are over on a dossier its team has opened, the last first. */
export async function readPastComplements({ state }: OpenDossier): Promise<PastComplement[]> {
  const rows = await database().complementRequest.findMany({
    where: { dossierId: state.id, status: { not: "open" } },
    orderBy: { number: "desc" },
    include: { items: { orderBy: { position: "asc" } } },
  });
  return rows.map((row) => ({
    number: row.number,
    message: row.message,
    requestedAt: row.requestedAt,
    status: row.status as ComplementStatus,
    dueAt: row.dueAt,
    endedAt: row.endedAt,
    reason: row.endedReason,
    items: row.items.map(({ position, question, target, answer, revision }) => ({
      ...{ position, question, target, answer, revision },
    })),
  }));
}
