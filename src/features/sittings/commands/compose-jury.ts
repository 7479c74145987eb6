import { BusinessError } from "@/domain/errors";
import type { Actor, Role } from "@/domain/rights/actor";
import { type Capacity, hasVoice, proposedQuorum } from "@/domain/sitting/quorum";
import { recordFact, sessionChain } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { JurySession } from "@/server/database/generated/client";
import { lockSession } from "../locked-session";
import { mayHold } from "../queries/candidates";
import type { ComposeInput } from "../schemas";

/**
 * Says who sits, and as what: each holds the role on the theme today, and one capacity. Once the sitting is opened people
 * may be added, to replace somebody; nobody who was called is taken away. The first composition proposes the quorum.
 */
export function composeJury(actor: Actor, input: ComposeInput): Promise<void> {
  return inTransaction(async (tx) => {
    const session = await lockSession(tx, actor, input.session, "prepare-session");
    if (session.endedAt) {
      throw new BusinessError(
        "changed-meanwhile",
        "La séance est levée\u00A0: sa composition ne change plus.",
      );
    }
    const wanted = wantedMembers(input);
    await requireRoles(tx, session, wanted);
    const known = await tx.sessionMember.findMany({ where: { sessionId: session.id } });
    const left = known.filter(({ agentId }) => !wanted.has(agentId));
    const changed = known.filter(({ agentId, capacity }) => {
      const next = wanted.get(agentId);
      return next !== undefined && next !== capacity;
    });
    if (session.openedAt && (left.length > 0 || changed.length > 0)) {
      throw new BusinessError(
        "changed-meanwhile",
        "La séance est ouverte\u00A0: vous pouvez ajouter des membres, pas en retirer ni changer leur qualité.",
      );
    }
    await tx.sessionMember.deleteMany({
      where: { sessionId: session.id, agentId: { in: left.map(({ agentId }) => agentId) } },
    });
    for (const [agentId, capacity] of wanted) {
      await tx.sessionMember.upsert({
        where: { sessionId_agentId: { sessionId: session.id, agentId } },
        create: { sessionId: session.id, agentId, capacity },
        update: { capacity },
      });
    }
    if (known.length === 0) {
      const voices = [...wanted.values()].filter((capacity) => hasVoice({ capacity })).length;
      await tx.jurySession.update({
        where: { id: session.id },
        data: { quorum: proposedQuorum(voices) },
      });
    }
    await recordFact(tx, {
      chain: sessionChain(session.id),
      actorId: actor.agentId,
      action: "compose-jury",
      facts: { members: [...wanted].map(([agentId, capacity]) => ({ agentId, capacity })) },
    });
  });
}

const FIELDS: Record<Capacity, { role: Role; path: string }> = {
  juror: { role: "juror", path: "jurors" },
  chair: { role: "chair", path: "chairs" },
  secretary: { role: "secretary", path: "secretaries" },
};

function wantedMembers({ jurors, chairs, secretaries }: ComposeInput): Map<string, Capacity> {
  const wanted = new Map<string, Capacity>();
  for (const [capacity, ids] of [
    ["juror", jurors],
    ["chair", chairs],
    ["secretary", secretaries],
  ] as const) {
    for (const id of new Set(ids)) {
      if (wanted.has(id)) {
        throw new BusinessError("invalid-input", "La composition est à revoir.", [
          {
            path: FIELDS[capacity].path,
            message: "Une personne est cochée à deux titres\u00A0: choisissez-en un.",
          },
        ]);
      }
      wanted.set(id, capacity);
    }
  }
  return wanted;
}

async function requireRoles(
  tx: Transaction,
  session: JurySession,
  wanted: ReadonlyMap<string, Capacity>,
): Promise<void> {
  const now = await portalNow(tx);
  for (const [capacity, { role, path }] of Object.entries(FIELDS)) {
    const ids = [...wanted].flatMap(([id, each]) => (each === capacity ? [id] : []));
    const holders = await tx.agent.count({
      where: { id: { in: ids }, ...mayHold(role, session.themeCode, now) },
    });
    if (holders === ids.length) continue;
    throw new BusinessError("invalid-input", "La composition est à revoir.", [
      {
        path,
        message: "Une des personnes cochées n’a plus ce rôle sur le thème. Décochez-la.",
      },
    ]);
  }
}
