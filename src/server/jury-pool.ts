import "server-only";
import { parisDay } from "@/domain/calendar";
import { type Actor, fullName } from "@/domain/rights/actor";
import { hindrance, type MembershipStatus } from "@/domain/rights/jury";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "./clock";
import { type DeclaredJudge, readJudges } from "./conflicts";
import type { Transaction } from "./database/client";
import type { Prisma } from "./database/generated/client";
import { uninvolved } from "./visibility";

/** Somebody of a theme's jury, or who could be: what its page and each assignment read. */
export interface PoolMember {
  agentId: string;
  name: string;
  organisation: string | null;
  membershipId: string | null;
  status: MembershipStatus | null;
  skills: readonly string[];
  capacity: number | null;
  hasRole: boolean;
  judge: DeclaredJudge;
  /** Why no dossier can be entrusted to them, in French; null when one can. */
  hindrance: string | null;
  /** Dossiers they hold whose scoring is open, in any theme, whether their sheets are handed in or not. */
  load: number;
  /** Dossiers of the theme ever entrusted to them. */
  entrusted: number;
}

const POOL_LIMIT = 300;

/** A role of juror in force on a theme. */
function jurorGrant(theme: ThemeCode, now: Date): Prisma.RoleGrantWhereInput {
  return {
    role: "juror",
    startsAt: { lte: now },
    AND: [
      { OR: [{ themeCode: null }, { themeCode: theme }] },
      { OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    ],
  };
}

/**
 * The people of a theme's jury, and those who hold the role without being invited; one or some of them when ids are
 * given. Counts leave out the dossiers the reader has no right to know of: recused from, or of their own team.
 */
export async function readPool(
  tx: Transaction,
  reader: Actor,
  theme: ThemeCode,
  ids?: readonly string[],
): Promise<PoolMember[]> {
  const now = await portalNow(tx);
  const inForce = jurorGrant(theme, now);
  const agents = await tx.agent.findMany({
    where: {
      closedAt: null,
      ...(ids && { id: { in: [...ids] } }),
      OR: [{ grants: { some: inForce } }, { juries: { some: { themeCode: theme } } }],
    },
    include: {
      organisation: { select: { name: true } },
      grants: { where: inForce, select: { id: true }, take: 1 },
      juries: { where: { themeCode: theme } },
    },
    orderBy: [{ usualName: "asc" }, { givenName: "asc" }, { id: "asc" }],
    take: POOL_LIMIT,
  });
  const people = agents.map(({ id }) => id);
  const [judges, open, entrusted] = [
    await readJudges(tx, people),
    await countHeld(tx, reader, people, { status: { in: ["under-review", "heard"] } }),
    await countHeld(tx, reader, people, { themeCode: theme }),
  ];
  return agents.flatMap(({ id, organisation, grants, juries: [membership], ...agent }) => {
    const judge = judges.get(id);
    if (!judge) return [];
    const status = (membership?.status ?? null) as MembershipStatus | null;
    const seat = {
      membership: status,
      hasRole: grants.length > 0,
      declaredOn: judge.declaredOn,
    };
    return [
      {
        agentId: id,
        name: fullName(agent),
        organisation: organisation?.name ?? null,
        membershipId: membership?.id ?? null,
        status,
        skills: membership?.skills ?? [],
        capacity: membership?.capacity ?? null,
        hasRole: seat.hasRole,
        judge,
        hindrance: hindrance(seat, parisDay(now)),
        load: open.get(id) ?? 0,
        entrusted: entrusted.get(id) ?? 0,
      },
    ];
  });
}

async function countHeld(
  tx: Transaction,
  reader: Actor,
  people: readonly string[],
  dossier: Prisma.DossierWhereInput,
): Promise<ReadonlyMap<string, number>> {
  const groups = await tx.jurorAssignment.groupBy({
    by: ["jurorId"],
    where: {
      jurorId: { in: [...people] },
      status: "assigned",
      dossier: { AND: [dossier, uninvolved(reader)] },
    },
    _count: true,
  });
  return new Map(groups.map(({ jurorId, _count }) => [jurorId, _count]));
}
