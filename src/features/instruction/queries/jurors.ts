import { notFound } from "@/domain/errors";
import { type Candidate, proposedOrder } from "@/domain/evaluation/jury-proposal";
import { type Actor, fullName } from "@/domain/rights/actor";
import { CONFLICT_WORDS, groundWords } from "@/domain/rights/conflicts";
import type { ThemeCode } from "@/domain/themes/types";
import { conflictsAmong, readStakeholders } from "@/server/conflicts";
import { database } from "@/server/database/client";
import { readPool } from "@/server/jury-pool";
import { visibleDossiers } from "@/server/visibility";
import { opensTo } from "../commands/jury-session";

export interface AssignedJuror {
  assignmentId: string;
  name: string;
  organisation: string;
  status: "assigned" | "recused" | "abstained" | "ended";
  /** In words; nothing of what a juror declared. */
  ground: string | null;
  /** A rule imposed the recusal. */
  byRule: boolean;
  since: Date;
}

export interface CandidateJuror extends Candidate {
  agentId: string;
  organisation: string;
  /** Skills whose words the dossier uses. */
  matching: readonly string[];
}

/** A person of the jury to whom nothing can be entrusted today, and why. */
export interface HinderedJuror {
  agentId: string;
  name: string;
  reason: string;
}

export interface DossierJurors {
  jurors: AssignedJuror[];
  /** In the order they are proposed. */
  candidates: CandidateJuror[];
  hindered: HinderedJuror[];
  /** The call has no session yet. */
  needsDay: boolean;
}

const none = "Sans organisation";

/**
 * Who holds a dossier and who could: never whether a sheet is begun or handed in, which nobody reads before the close.
 * Throws `not-found` out of sight.
 */
export async function readJurors(
  actor: Actor,
  dossier: { id: string; themeCode: ThemeCode; presentation: number },
): Promise<DossierJurors> {
  const db = database();
  const row = await db.dossier.findFirst({
    where: { AND: [{ id: dossier.id }, visibleDossiers(actor, "instruction")] },
    select: {
      roundId: true,
      assignments: {
        where: { presentation: dossier.presentation },
        include: { juror: { include: { organisation: true } } },
        orderBy: { assignedAt: "asc" },
      },
      call: {
        select: {
          sessions: {
            where: opensTo(dossier.id),
            select: { roundId: true },
          },
        },
      },
    },
  });
  if (!row) throw notFound();
  const known = new Set(row.assignments.map(({ jurorId }) => jurorId));
  const pool = (await readPool(db, actor, dossier.themeCode)).filter(
    ({ agentId, status }) => !known.has(agentId) && status !== "ended" && status !== "declined",
  );
  const able = pool.filter(({ hindrance }) => hindrance === null);
  const stakeholders = await readStakeholders(db, dossier.id);
  const judges = able.map(({ judge }) => judge);
  const conflicts = await conflictsAmong(db, dossier.id, judges, stakeholders);
  return {
    needsDay:
      row.roundId === null && !row.call.sessions.some(({ roundId }) => roundId === row.roundId),
    jurors: row.assignments.map(
      ({ id, juror, status, ground, endedAt, endedById, assignedAt }) => ({
        assignmentId: id,
        name: fullName(juror),
        organisation: juror.organisation?.name ?? none,
        status: status as AssignedJuror["status"],
        ground: ground && groundWords(ground),
        byRule: status === "recused" && endedById === null,
        since: endedAt ?? assignedAt,
      }),
    ),
    candidates: proposedOrder(
      able.map(({ agentId, name, organisation, skills, load, capacity }) => {
        const ground = conflicts.get(agentId);
        return {
          agentId,
          name,
          organisation: organisation ?? none,
          skills,
          load,
          capacity,
          conflict: ground ? CONFLICT_WORDS[ground] : null,
        };
      }),
      stakeholders.written,
    ),
    hindered: pool.flatMap(({ agentId, name, hindrance }) =>
      hindrance === null ? [] : [{ agentId, name, reason: hindrance }],
    ),
  };
}
