import { proposalObstacle, type RedirectionStatus } from "@/domain/dossier/redirection";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { isOpen } from "@/domain/funding/calls";
import { THEME_CODES, type ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { type Compared, compare, readTarget, targetOf } from "../comparison";
import { namesOf } from "./names";

/** The dossier of the instruction's page that this feature reads. */
export interface ProposedDossier {
  id: string;
  themeCode: ThemeCode;
  status: DossierStatus;
}

/** A proposal made on a dossier by the theme that has it, or that brought it there. */
export interface DossierProposal {
  id: string;
  fromTheme: string;
  toTheme: string;
  status: RedirectionStatus;
  proposedBy: string;
  proposedAt: Date;
  reason: string;
  carrierReason: string;
  /** Null while nobody has answered. */
  answer: { by: string; at: Date; reason: string } | null;
  confirmedAt: Date | null;
}

/**
 * The proposals of a dossier the caller has opened, the last first: those its theme made, and the one that brought it
 * there. What a former theme proposed elsewhere is not its.
 */
async function readProposals({ id, themeCode }: ProposedDossier): Promise<DossierProposal[]> {
  const rows = await database().redirection.findMany({
    where: {
      dossierId: id,
      OR: [
        { fromTheme: themeCode },
        { toTheme: themeCode, status: { in: ["accepted", "confirmed"] } },
      ],
    },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
  });
  const name = await namesOf(
    rows.flatMap(({ proposedById, answeredById }) => [proposedById, answeredById ?? []].flat()),
  );
  return rows.map((row) => ({
    id: row.id,
    fromTheme: row.fromTheme,
    toTheme: row.toTheme,
    status: row.status as RedirectionStatus,
    proposedBy: name(row.proposedById),
    proposedAt: row.proposedAt,
    reason: row.reason,
    carrierReason: row.carrierReason,
    answer:
      row.answeredById && row.answeredAt
        ? { by: name(row.answeredById), at: row.answeredAt, reason: row.answerReason }
        : null,
    confirmedAt: row.confirmedAt,
  }));
}

/** A call a dossier may be proposed to. */
export interface OfferedCall {
  id: string;
  theme: ThemeCode;
  label: string;
}

/** The open calls of the other themes that take dossiers on the portal, in the order of the texts. */
async function readOfferedCalls({ themeCode }: ProposedDossier): Promise<OfferedCall[]> {
  const [calls, now] = await Promise.all([
    database().call.findMany({
      where: { themeCode: { not: themeCode } },
      include: { version: { select: { formVersion: true } } },
      orderBy: [{ themeCode: "asc" }, { key: "asc" }],
    }),
    portalNow(),
  ]);
  return calls
    .flatMap((call) => {
      const target = isOpen(call, now) ? targetOf(call) : null;
      return target
        ? [
            {
              id: call.id,
              theme: target.theme.code,
              label: `${target.theme.code}\u00A0: ${target.theme.title} (${call.label})`,
            },
          ]
        : [];
    })
    .sort((one, other) => THEME_CODES.indexOf(one.theme) - THEME_CODES.indexOf(other.theme));
}

/** The page of a dossier's redirections as its theme opens it. */
export interface Proposing {
  proposals: readonly DossierProposal[];
  mayAct: boolean;
  /** Why nothing can be proposed now, in French; null when something can. */
  obstacle: string | null;
  offered: readonly OfferedCall[];
  /** The call chosen, beside what the dossier is; null while none is. */
  compared: Compared | null;
}

/** The proposals of a dossier the caller has opened, and what it takes to make another. */
export async function readProposing(
  dossier: ProposedDossier,
  page: { mayAct: boolean; hasDecision: boolean; pending: boolean; chosen: unknown },
): Promise<Proposing> {
  const { mayAct, hasDecision, pending, chosen } = page;
  const obstacle = proposalObstacle({
    status: dossier.status,
    hasDecision,
    redirectionPending: pending,
  });
  const proposals = await readProposals(dossier);
  if (obstacle !== null || !mayAct) {
    return { proposals, mayAct, obstacle, offered: [], compared: null };
  }
  const offered = await readOfferedCalls(dossier);
  return {
    proposals,
    mayAct,
    obstacle,
    offered,
    compared: await readComparison(dossier, offered, chosen),
  };
}

/** What a dossier would become in a call of another theme; null for a call that is not offered. */
async function readComparison(
  dossier: ProposedDossier,
  offered: readonly OfferedCall[],
  callId: unknown,
): Promise<Compared | null> {
  const call = offered.find(({ id }) => id === callId);
  const target = call ? await readTarget(call.id) : null;
  if (!target) return null;
  const now = await portalNow();
  return compare({ dossierId: dossier.id, target, proposedAt: now, now });
}
