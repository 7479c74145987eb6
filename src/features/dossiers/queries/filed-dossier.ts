import type { FilingAct } from "@/domain/dossier/editing";
import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import type { Cents } from "@/domain/money";
import { type Actor, fullName } from "@/domain/rights/actor";
import { pinned } from "@/domain/themes/pinned";
import type { Theme } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { unreadMessages } from "@/server/exchanges";
import { filedContentOf, readFiledDossier as readContent } from "@/server/filed-dossier";
import { visibleDossiers } from "@/server/visibility";

/** A filing among those of its dossier. */
export interface FilingLine {
  version: number;
  act: FilingAct;
  filedAt: Date;
}

/** The proof of a filing, for its team: facts as committed, nothing recomputed. */
export interface FiledDossier extends FilingLine {
  number: string;
  /** Every filing of the dossier, the last first. */
  filings: readonly FilingLine[];
  title: string;
  theme: Theme;
  callLabel: string;
  carrierName: string;
  filedBy: string;
  fingerprint: string;
  /** Number of files filed. */
  files: number;
  amounts: { total: Cents; base: Cents; grant: Cents; requested: Cents };
  /** `2021-02` and its expected day, when a monthly jury judges it. */
  round: { month: string; juryOn: Date } | null;
  /** The hearing the jury prepares with the carrier; null while it says nothing of it. */
  hearing: { slotAt: Date | null; awaits: boolean } | null;
  /** A decision is notified on it, as it stands. */
  decided: boolean;
  /** Decisions once notified that are of the past: a new presentation or an appeal came after them. */
  formerDecisions: number;
  /** Why the owner set it aside before any jury, once told. */
  setAsideMotive: string | null;
}

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

/**
 * A filing of a dossier of one of the actor's teams, the last unless told. Throws `not-found` out of sight, for a draft
 * and for a version never filed.
 */
export async function readFiledDossier(
  actor: Actor,
  number: string,
  version?: number,
): Promise<FiledDossier> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const dossier = await database().dossier.findFirst({
    where: { number, filedAt: { not: null }, ...visibleDossiers(actor, "carrier") },
    include: {
      round: true,
      filings: { orderBy: { version: "desc" } },
      sessionItems: {
        where: { session: { endedAt: null } },
        include: { session: { select: { heldOn: true } } },
        orderBy: { session: { heldOn: "desc" } },
      },
      questions: { select: { sessionId: true, answeredAt: true } },
      decisions: { where: { notifiedAt: { not: null } }, select: { status: true } },
    },
  });
  const filings = dossier?.filings ?? [];
  const filing =
    version === undefined ? filings[0] : filings.find((one) => one.version === version);
  if (!dossier || !filing) throw notFound();
  const agent = await database().agent.findUniqueOrThrow({ where: { id: filing.agentId } });
  const decided = dossier.decisions.filter(({ status }) => status === "confirmed").length;
  const content = filedContentOf(filing);
  const { amounts } = content;
  const isLast = filing === filings[0];
  return {
    number,
    version: filing.version,
    act: content.act,
    filings: filings.map((one) => ({
      version: one.version,
      act: filedContentOf(one).act,
      filedAt: one.filedAt,
    })),
    title: content.project.title,
    theme: pinned({ ...content, themeCode: content.theme }).theme,
    callLabel: content.call,
    carrierName: content.carrier.name,
    filedAt: filing.filedAt,
    filedBy: fullName(agent),
    fingerprint: filing.fingerprint,
    files: content.files.length,
    amounts: {
      total: amounts.total,
      base: amounts.base,
      grant: amounts.computedGrant,
      requested: amounts.requestedGrant,
    },
    round:
      isLast && dossier.round ? { month: dossier.round.month, juryOn: dossier.round.juryOn } : null,
    hearing: hearingOf(dossier),
    setAsideMotive: dossier.notifiedAt ? dossier.setAsideMotive : null,
    decided: decided > 0,
    formerDecisions: dossier.decisions.length - decided,
  };
}

/** The last filing of a dossier of one of the actor's teams, with its content, and what the actor has not read on it. */
export async function readFiling(actor: Actor, number: string) {
  const filed = await readFiledDossier(actor, number);
  const { id } = await database().dossier.findUniqueOrThrow({
    where: { number },
    select: { id: true },
  });
  const [content, unread] = await Promise.all([
    readContent(id),
    unreadMessages(actor, "carrier", [id]),
  ]);
  if (!content) throw notFound();
  return { filed, content, unread: unread.get(id) ?? 0 };
}
