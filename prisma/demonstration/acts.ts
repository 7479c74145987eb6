import { createHash } from "node:crypto";
import type { Day } from "@/domain/calendar";
import { aboutName, EXPECTATIONS_COUNT, expectationName } from "@/domain/dossier/expectations";
import type { TypedLine } from "@/domain/dossier/funding-plan";
import { UNRANKED } from "@/domain/dossier/ministry-rank";
import type { VisaAnswer } from "@/domain/dossier/visa";
import { checklist, type SetAsideMotive } from "@/domain/evaluation/admissibility";
import type { MotiveCode } from "@/domain/evaluation/motives";
import type { ScoreValue } from "@/domain/evaluation/scores";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { createDossier } from "@/features/dossiers/commands/create-dossier";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { setCommitments } from "@/features/dossiers/commands/set-commitment";
import { withdrawDossier } from "@/features/dossiers/commands/withdraw-dossier";
import { contentFingerprint, readDraft } from "@/features/dossiers/draft";
import { admitDossier, setAsideDossier } from "@/features/instruction/commands/admissibility";
import { confirmDecision, returnDecision } from "@/features/instruction/commands/confirm-decision";
import { assignJurors } from "@/features/instruction/commands/jurors";
import { notifyDecision } from "@/features/instruction/commands/notify-decisions";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { recordHearing } from "@/features/instruction/commands/record-hearing";
import { type PROPOSABLE, proposalOf, proposeSchema } from "@/features/instruction/schemas";
import { handInSheet, saveSheet } from "@/features/jury/commands/sheets";
import { setOrder } from "@/features/portfolio/commands/set-order";
import { formerRankField, rankField } from "@/features/portfolio/rank-fields";
import { closeScoring } from "@/features/sittings/commands/close-scoring";
import { giveVisa } from "@/features/visas/commands/give-visa";
import { informDnum } from "@/features/visas/commands/inform-dnum";
import { showDraft } from "@/features/visas/commands/show-draft";
import { database } from "@/server/database/client";
import { LIVE_DECISION } from "@/server/examined-dossier";
import { simulateFiled } from "@/server/filed-dossier";
import { recordTacitVisas } from "@/server/jobs/record-tacit-visas";
import { french } from "./french";
import { justification } from "./score-words";

/** What a dossier's team writes. */
export interface Content {
  typed: Readonly<Record<string, unknown>>;
  lines: readonly TypedLine[];
  /** Absent: every commitment of the theme is accepted. */
  withoutCommitments?: boolean;
}

/** A dossier's life, from its creation. */
export interface Story {
  /** Gives the dossier's id: the same at each seed. */
  key: string;
  theme: ThemeCode;
  /** Key of the person who leads it. */
  carrier: string;
  /** A day and a time in Paris, in winter: `2021-01-12 10:30`. */
  createdAt: string;
  content: Content;
  acts: readonly Act[];
  /** The rank its number is made of, where its place among the others must not move theirs. */
  rank?: number;
}

/** What an act knows of its dossier and of the people. */
export interface Stage {
  story: Story;
  actor(key: string): Actor;
}

/** Something done to a dossier at its date, by a command of the portal. */
export interface Act {
  at: string;
  perform(stage: Stage): Promise<unknown>;
}

/** A UUID made from a name, so that two seeds give the same. */
export function uuidOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export async function dossierOf({ story }: Stage) {
  return database().dossier.findUniqueOrThrow({ where: { id: uuidOf(story.key) } });
}

export const numberOf = async (stage: Stage) => (await dossierOf(stage)).number;

/** The decision that waits for the next act on it. */
async function decisionOf(stage: Stage) {
  const dossier = await dossierOf(stage);
  const decision = await database().decision.findFirstOrThrow({
    where: { dossierId: dossier.id, status: { in: [...LIVE_DECISION] } },
  });
  return { number: dossier.number, decision: decision.id };
}

/** Takes the numbers of dossiers on from a rank; returns the one that was to come. */
async function numberedFrom(rank: number): Promise<number> {
  const [sequence] = await database().$queryRaw<{ next: bigint }[]>`
    SELECT last_value + is_called::int AS next FROM dossier_number_seq`;
  await database().$queryRaw`SELECT setval('dossier_number_seq', ${rank}::bigint, false)`;
  return Number(sequence?.next ?? 1);
}

/** The carrier creates the dossier and writes all that its content holds. */
export function created(story: Story): Act {
  return {
    at: story.createdAt,
    async perform({ actor }) {
      const carrier = actor(story.carrier);
      const next = story.rank === undefined ? null : await numberedFrom(story.rank);
      const { typed, lines, withoutCommitments } = story.content;
      const { number } = await createDossier(carrier, {
        id: uuidOf(story.key),
        theme: THEMES[story.theme].slug,
        projectId: "",
        title: String(typed.title),
      });
      if (next !== null) await numberedFrom(next);
      const answers = Object.entries(typed)
        .filter(([field]) => field !== "title")
        .map(([field, value]) => ({ field, value, baseRevision: 0 }));
      if (answers.length > 0) await saveAnswers(carrier, { number, answers });
      if (lines.length > 0) await savePlan(carrier, { number, baseRevision: 0, lines });
      const commitments = THEMES[story.theme].commitments.map(({ key }) => key);
      if (commitments.length > 0 && !withoutCommitments) {
        await setCommitments(carrier, { number, accepted: commitments });
      }
    },
  };
}

/** The carrier shows its draft to the DNUM of its ministry. */
export const informed = (at: string, message = ""): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    return informDnum(stage.actor(stage.story.carrier), { number, message: french(message) });
  },
});

export const answeredByDnum = (at: string, by: string, answer: VisaAnswer, reason = ""): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    return giveVisa(stage.actor(by), { number, answer, reason: french(reason) });
  },
});

/** The carrier lets the DNUM of its ministry see its draft in its portfolio. */
export const shownInPortfolio = (at: string, plannedFilingOn: Day): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    await showDraft(stage.actor(stage.story.carrier), { number, shown: true, plannedFilingOn });
  },
});

/** The DNUM gives the dossier a rank among those of its ministry. */
export const ranked = (at: string, by: string, rank: number): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    await setOrder(stage.actor(by), {
      [formerRankField(number)]: UNRANKED,
      [rankField(number)]: rank,
    });
  },
});

/** The worker records the silences whose delay is over, whatever their dossier. */
export const silencesRecorded = (at: string): Act => ({ at, perform: recordTacitVisas });

export const filed = (at: string): Act => ({
  at,
  async perform(stage) {
    const { id, number } = await dossierOf(stage);
    const content = contentFingerprint(await readDraft(id));
    const key = uuidOf(`${stage.story.key} filing`);
    return fileDossier(stage.actor(stage.story.carrier), { key, number, content, reread: "oui" });
  },
});

export const withdrawn = (at: string, reason: string): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    return withdrawDossier(stage.actor(stage.story.carrier), { number, reason: french(reason) });
  },
});

/** Every point of the checklist is found met. */
export const admitted = (at: string, by = "instructrice"): Act => ({
  at,
  async perform(stage) {
    const { id, number } = await dossierOf(stage);
    const simulation = await simulateFiled(id);
    const points = checklist(THEMES[stage.story.theme], simulation?.findings ?? []);
    const answers = Object.fromEntries(points.map(({ key }) => [key, "yes"]));
    return admitDossier(stage.actor(by), { number, answers, reason: "" });
  },
});

export const setAside = (at: string, motive: SetAsideMotive, explanation: string): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    return setAsideDossier(stage.actor("instructrice"), {
      number,
      motive,
      explanation: french(explanation),
    });
  },
});

/** Entrusts the dossier to jurors; the conflicts are found by the portal. */
export const entrusted = (at: string, jurors: readonly string[], heldOn?: Day): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    const ids = jurors.map((key) => stage.actor(key).agentId);
    return assignJurors(stage.actor("secretaire"), { number, jurors: ids, heldOn });
  },
});

/** A juror fills their sheet in the order of the grid, and hands it in unless told. */
export const scored = (
  at: string,
  juror: string,
  values: readonly (ScoreValue | null)[],
  more: { notes?: string; kept?: boolean } = {},
): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    const scores = THEMES[stage.story.theme].criteria.map(({ key }, index) => {
      const value = values[index] ?? null;
      const words = value === null ? "" : justification(key, value, juror);
      return { criterion: key, value, justification: words };
    });
    const privateNotes = french(more.notes ?? "");
    const actor = stage.actor(juror);
    await saveSheet(actor, { number, baseRevision: 0, scores, privateNotes });
    if (!more.kept) await handInSheet(actor, { number, revision: 1 });
  },
});

export const heard = (at: string, heardOn: Day): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    return recordHearing(stage.actor("secretaire"), { number, heardOn });
  },
});

export const closed = (at: string): Act => ({
  at,
  async perform(stage) {
    return closeScoring(stage.actor("secretaire"), { number: await numberOf(stage) });
  },
});

interface Proposal {
  outcome: (typeof PROPOSABLE)[number];
  amount?: string;
  motive: string;
  /** Coded; the most usual one of the outcome unless said. */
  code?: MotiveCode;
  strengths?: string;
  weaknesses?: string;
  /** What a new presentation must answer, each with the question or the step it is about. */
  expectations?: readonly (readonly [body: string, target?: string])[];
  by?: string;
}

const USUAL_MOTIVE = {
  accepted: "meets-criteria",
  refused: "not-mature",
  "to-be-presented-again": "not-mature",
} as const satisfies Record<Proposal["outcome"], MotiveCode>;

export const proposed = (at: string, proposal: Proposal): Act => ({
  at,
  async perform(stage) {
    const { outcome, amount = "", by = "instructrice" } = proposal;
    const input = proposeSchema.parse({
      number: await numberOf(stage),
      outcome,
      amount,
      motiveCode: proposal.code ?? USUAL_MOTIVE[outcome],
      motive: french(proposal.motive),
      strengths: french(proposal.strengths ?? ""),
      weaknesses: french(proposal.weaknesses ?? ""),
      ...postedExpectations(proposal.expectations ?? []),
    });
    return proposeDecision(stage.actor(by), proposalOf(input));
  },
});

/** Expectations as the form of a proposal posts them. */
function postedExpectations(expectations: NonNullable<Proposal["expectations"]>) {
  return {
    [EXPECTATIONS_COUNT]: String(Math.max(expectations.length, 1)),
    ...Object.fromEntries(
      expectations.flatMap(([body, target = ""], index) => [
        [expectationName(index + 1), french(body)],
        [aboutName(index + 1), target],
      ]),
    ),
  };
}

export const confirmed = (at: string, by = "presidente"): Act => ({
  at,
  async perform(stage) {
    return confirmDecision(stage.actor(by), await decisionOf(stage));
  },
});

export const returned = (at: string, reason: string): Act => ({
  at,
  async perform(stage) {
    const decision = await decisionOf(stage);
    return returnDecision(stage.actor("presidente"), { ...decision, reason: french(reason) });
  },
});

export const notified = (at: string): Act => ({
  at,
  async perform(stage) {
    return notifyDecision(stage.actor("secretaire"), await decisionOf(stage));
  },
});
