import { z } from "zod";
import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import { type Cents, centsFromBigInt } from "@/domain/money";
import { type Actor, fullName } from "@/domain/rights/actor";
import { pinned } from "@/domain/themes/pinned";
import type { Outcome, Theme } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";

/** The proof of a filing, for its team: facts as committed, nothing recomputed. */
export interface FiledDossier {
  number: string;
  title: string;
  theme: Theme;
  callLabel: string;
  carrierName: string;
  filedAt: Date;
  filedBy: string;
  fingerprint: string;
  /** Number of files filed. */
  files: number;
  amounts: { total: Cents; base: Cents; grant: Cents; requested: Cents };
  /** `2021-02` and its expected day, when a monthly jury judges it. */
  round: { month: string; juryOn: Date } | null;
  /** The hearing the jury prepares with the carrier; null while it says nothing of it. */
  hearing: { slotAt: Date | null; awaits: boolean } | null;
  /** What was decided, once notified; null before. */
  decision: NotifiedDecision | null;
  /** Why the owner set it aside before any jury, once told. */
  setAsideMotive: string | null;
}

export interface NotifiedDecision {
  outcome: Outcome;
  amount: Cents | null;
  motive: string;
  strengths: string;
  weaknesses: string;
  decidedAt: Date;
  notifiedAt: Date;
}

/** A dossier filed before files could be joined has none. */
const filedFiles = z.object({ files: z.array(z.unknown()).default([]) });

/** What the carrier is asked before its hearing: a slot to confirm, questions to answer. */
function hearingOf(dossier: {
  presentation: number;
  sessionItems: readonly {
    sessionId: string;
    presentation: number;
    slotAt: Date | null;
    slotAnswer: string;
    startedAt: Date | null;
  }[];
  questions: readonly { sessionId: string; answeredAt: Date | null }[];
}): FiledDossier["hearing"] {
  const item = dossier.sessionItems.find(
    (each) => each.presentation === dossier.presentation && each.startedAt === null,
  );
  if (!item) return null;
  const asked = dossier.questions.filter(({ sessionId }) => sessionId === item.sessionId);
  if (!item.slotAt && asked.length === 0) return null;
  return {
    slotAt: item.slotAt,
    awaits:
      (item.slotAt !== null && item.slotAnswer === "none") ||
      asked.some(({ answeredAt }) => answeredAt === null),
  };
}

const cents = (value: bigint | null): Cents => centsFromBigInt(value ?? 0n);

/** The filing of a dossier of one of the actor's teams. Throws `not-found` out of sight and for a draft. */
export async function readFiledDossier(actor: Actor, number: string): Promise<FiledDossier> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const dossier = await database().dossier.findFirst({
    where: { number, filedAt: { not: null }, ...visibleDossiers(actor, "carrier") },
    include: {
      call: { select: { label: true } },
      carrier: { select: { name: true } },
      round: true,
      filings: { orderBy: { version: "desc" }, take: 1 },
      sessionItems: {
        where: { session: { endedAt: null } },
        include: { session: { select: { heldOn: true } } },
        orderBy: { session: { heldOn: "desc" } },
      },
      questions: { select: { sessionId: true, answeredAt: true } },
      decisions: { where: { status: "confirmed", notifiedAt: { not: null } }, take: 1 },
    },
  });
  const filing = dossier?.filings[0];
  if (!dossier || !filing) throw notFound();
  const agent = await database().agent.findUniqueOrThrow({ where: { id: filing.agentId } });
  const decision = dossier.decisions[0];
  return {
    number,
    title: dossier.title,
    theme: pinned(dossier).theme,
    callLabel: dossier.call.label,
    carrierName: dossier.carrier.name,
    filedAt: filing.filedAt,
    filedBy: fullName(agent),
    fingerprint: filing.fingerprint,
    files: filedFiles.parse(filing.content).files.length,
    amounts: {
      total: cents(dossier.total),
      base: cents(dossier.base),
      grant: cents(dossier.computedGrant),
      requested: cents(dossier.requestedGrant),
    },
    round: dossier.round && { month: dossier.round.month, juryOn: dossier.round.juryOn },
    hearing: hearingOf(dossier),
    setAsideMotive: dossier.notifiedAt ? dossier.setAsideMotive : null,
    decision:
      decision?.confirmedAt && decision.notifiedAt
        ? {
            outcome: decision.outcome as Outcome,
            amount: decision.amount === null ? null : centsFromBigInt(decision.amount),
            motive: decision.motive,
            strengths: decision.strengths,
            weaknesses: decision.weaknesses,
            decidedAt: decision.confirmedAt,
            notifiedAt: decision.notifiedAt,
          }
        : null,
  };
}
