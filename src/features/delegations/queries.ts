import { notFound } from "@/domain/errors";
import { type Actor, fullName, ministriesHeld } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";

/** Somebody of a DNUM: who they are, until when, and from whom when the role is delegated. */
export interface DnumAgent {
  grantId: string;
  name: string;
  email: string;
  ministry: string;
  startsAt: Date;
  endsAt: Date | null;
  /** Null for who holds the role themselves. */
  delegatedBy: string | null;
  reason: string;
  /** The reader may end it. */
  mayEnd: boolean;
}

export interface DnumTeam {
  agents: readonly DnumAgent[];
  /** The ministries whose role the reader may delegate: held themselves, not by delegation. */
  delegable: readonly { id: string; name: string }[];
}

/**
 * The people of the DNUM the actor serves, their delegations to come included, by ministry then by name. Throws
 * `not-found` for an agent of no DNUM.
 */
export async function readDnumTeam(actor: Actor): Promise<DnumTeam> {
  const ministries = [...ministriesHeld(actor)];
  if (ministries.length === 0) throw notFound();
  const now = await portalNow();
  const rows = await database().roleGrant.findMany({
    where: {
      role: "dnum",
      ministryId: { in: ministries },
      agent: { closedAt: null },
      OR: [{ endsAt: null }, { endsAt: { gt: now } }],
    },
    include: {
      agent: { select: { givenName: true, usualName: true, email: true } },
      grantedBy: { select: { givenName: true, usualName: true } },
      ministry: { select: { id: true, name: true } },
    },
    orderBy: [
      { ministry: { name: "asc" } },
      { agent: { usualName: "asc" } },
      { agent: { givenName: "asc" } },
      { startsAt: "asc" },
    ],
  });
  const own = rows.filter(
    ({ agentId, delegated, startsAt }) =>
      agentId === actor.agentId && !delegated && startsAt <= now,
  );
  const holds = new Map(own.flatMap(({ ministry }) => (ministry ? [[ministry.id, ministry]] : [])));
  return {
    agents: rows.map(({ id, agentId, agent, grantedBy, ministry, delegated, ...grant }) => ({
      grantId: id,
      name: fullName(agent),
      email: agent.email,
      ministry: ministry?.name ?? "",
      startsAt: grant.startsAt,
      endsAt: grant.endsAt,
      delegatedBy: delegated && grantedBy ? fullName(grantedBy) : null,
      reason: delegated ? grant.reason : "",
      mayEnd: delegated && (agentId === actor.agentId || holds.has(ministry?.id ?? "")),
    })),
    delegable: [...holds.values()],
  };
}
