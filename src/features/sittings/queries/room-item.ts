import { type DossierStatus, STATUS_LABELS } from "@/domain/dossier/statuses";
import { decidableFrom, pathContext, refusal } from "@/domain/dossier/transitions";
import { centsFromBigInt, formatEuros } from "@/domain/money";
import { fullName } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import { THEMES } from "@/domain/themes/index";
import type { Outcome, ThemeCode } from "@/domain/themes/types";
import { readConsensus } from "@/server/consensus";
import { database } from "@/server/database/client";
import { readGrid } from "@/server/grid";
import { readJurySheets } from "@/server/jury-sheets";
import { isScoringClosed } from "@/server/visibility";
import type { CurrentItem, RoomScores } from "../room-state";
import type { RoomItemRow, RoomReading } from "./room";
import { readinessOf, sheetsComplete } from "./session";

/** The item under examination for somebody who takes part in it, its votes apart. */
export async function readCurrentItem(
  reading: RoomReading,
  item: RoomItemRow,
): Promise<CurrentItem> {
  const { actor, row, standings, names, quorumReached } = reading;
  const { dossier, dossierId } = item;
  const theme = row.themeCode as ThemeCode;
  const path = THEMES[theme].selection;
  const status = dossier.status as DossierStatus;
  const complete = sheetsComplete(dossier.assignments, item.presentation);
  const closes = may(actor, "close-scoring", theme);
  const context = { ...pathContext(path), scoringComplete: complete };
  const [questions, last, decision, scores] = await Promise.all([
    database().hearingQuestion.findMany({
      where: { sessionId: row.id, dossierId },
      select: { body: true, answer: true },
      orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    }),
    lastRevision(row.id, dossierId, item.revision),
    proposedHere(row.id, dossierId),
    readScores(reading, item),
  ]);
  const namesOf = (wanted: string) =>
    [...standings].flatMap(([id, standing]) => (standing === wanted ? [names.get(id) ?? ""] : []));
  return {
    kind: "seen",
    number: dossier.number,
    title: dossier.title,
    carrier: dossier.carrier.name,
    status: STATUS_LABELS[isScoringClosed(status) ? "scored" : status],
    startedAt: item.startedAt?.toISOString() ?? null,
    turnEndsAt: row.turnEndsAt?.toISOString() ?? null,
    hearing: {
      expected: path.hearing !== "none",
      heardAt: item.heardAt?.toISOString() ?? null,
    },
    own: dossier.assignments.some(
      (each) => each.jurorId === actor.agentId && each.status === "assigned",
    ),
    sheets: closes && path.scored ? readinessOf(status, complete) : null,
    mayClose: closes && refusal("closeScoring", status, context) === null,
    mayHear: may(actor, "record-hearing", theme) && refusal("hear", status, context) === null,
    recused: namesOf("recused"),
    abstained: namesOf("abstained"),
    questions,
    scores,
    deliberation: {
      text: item.deliberation,
      revision: item.revision,
      author: last?.author ?? null,
      at: last?.at.toISOString() ?? null,
    },
    votes: [],
    decision,
    mayPropose:
      may(actor, "propose-decision", theme) &&
      quorumReached &&
      decision === null &&
      decidableFrom(path).includes(status),
  };
}

/** Who wrote the deliberation last, and when. */
async function lastRevision(sessionId: string, dossierId: string, revision: number) {
  if (revision === 0) return null;
  const row = await database().deliberationRevision.findUnique({
    where: { sessionId_dossierId_revision: { sessionId, dossierId, revision } },
  });
  if (!row) return null;
  const agent = await database().agent.findUnique({ where: { id: row.agentId } });
  return { at: row.at, author: agent && fullName(agent) };
}

/** What becomes of a dossier, as the room says it. */
const OUTCOME_WORDS: Record<Outcome, string> = {
  accepted: "Accepter",
  refused: "Refuser",
  "to-be-presented-again": "Demander une nouvelle présentation",
  "set-aside": "Écarter",
  redirected: "Réorienter",
};

/** The decision this sitting proposes; one proposed elsewhere is not the jury's to read here. */
async function proposedHere(
  sessionId: string,
  dossierId: string,
): Promise<CurrentItem["decision"]> {
  const decision = await database().decision.findFirst({
    where: { sessionId, dossierId, status: { in: ["proposed", "confirmed"] } },
  });
  if (!decision) return null;
  const by = await database().agent.findUnique({ where: { id: decision.proposedById } });
  return {
    label: OUTCOME_WORDS[decision.outcome as Outcome],
    amount: decision.amount === null ? null : formatEuros(centsFromBigInt(decision.amount)),
    by: by ? fullName(by) : "Personne effacée",
  };
}

/** The sheets together, for those who may read them: nobody before the close, then as everywhere else. */
async function readScores(
  { actor, row }: RoomReading,
  { dossier, dossierId }: RoomItemRow,
): Promise<RoomScores | null> {
  if (!isScoringClosed(dossier.status as DossierStatus)) return null;
  const themeCode = row.themeCode as ThemeCode;
  const criteria = await readGrid({ callId: dossier.callId, themeCode });
  const [{ aggregate }, consensus] = await Promise.all([
    readJurySheets(actor, dossierId, criteria),
    readConsensus([dossierId]),
  ]);
  if (!aggregate) return null;
  const agreed = consensus.get(dossierId) ?? [];
  return {
    mean: aggregate.mean,
    sheets: aggregate.sheets,
    criteria: aggregate.criteria.map(({ key, mean, lowest, highest }) => {
      const one = agreed.find(({ criterion }) => criterion === key);
      return {
        key,
        name: criteria.find((each) => each.key === key)?.name ?? key,
        mean,
        lowest,
        highest,
        consensus: one ? { value: one.value, reason: one.reason } : null,
      };
    }),
  };
}
