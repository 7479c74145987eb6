import type { Day } from "@/domain/calendar";
import type { Proposed } from "@/domain/execution/changes";
import type { ProofLevel } from "@/domain/execution/gains";
import { type Cents, cents, formatAmount } from "@/domain/money";
import { THEMES } from "@/domain/themes/index";
import type { DutyKind } from "@/domain/themes/types";
import { answerChange } from "@/features/execution/commands/answer-change";
import { releasePhase, withholdPhase } from "@/features/execution/commands/answer-crossing";
import { askClosing, closeProject } from "@/features/execution/commands/closing";
import { promiseGain, proveGain } from "@/features/execution/commands/gains";
import { proposeCrossing } from "@/features/execution/commands/propose-crossing";
import { requestChange } from "@/features/execution/commands/request-change";
import { startExecution } from "@/features/execution/commands/start-execution";
import { meetDuty } from "@/features/follow-up/commands/meet-duty";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { handInSheet, saveSheet } from "@/features/jury/commands/sheets";
import { database } from "@/server/database/client";
import { type Act, dossierOf, numberOf } from "./acts";
import { french } from "./french";

/** What happens to a project after its award, by the portal's own commands. */

const OWNER = "porteuse-de-theme-dinum";

/** All that the rules compute is awarded. */
export const awardProposed = (at: string, motive: string, by = "instructrice"): Act => ({
  at,
  async perform(stage) {
    const { id, number } = await dossierOf(stage);
    const { computedGrant } = await database().dossier.findUniqueOrThrow({ where: { id } });
    return proposeDecision(stage.actor(by), {
      number,
      outcome: "accepted",
      amount: formatAmount(cents(Number(computedGrant))),
      motiveCode: "meets-criteria",
      motive: french(motive),
      strengths: "",
      weaknesses: "",
    });
  },
});

export const started = (at: string, startsOn: Day, by = "instructrice"): Act => ({
  at,
  async perform(stage) {
    return startExecution(stage.actor(by), { number: await numberOf(stage), startsOn });
  },
});

export const milestoneProposed = (
  at: string,
  position: number,
  account: string,
  measures: readonly (readonly [value: string, on: Day, method: string])[],
): Act => ({
  at,
  async perform(stage) {
    return proposeCrossing(stage.actor(stage.story.carrier), {
      number: await numberOf(stage),
      position,
      account: french(account),
      measures: measures.map(([value, on, method]) => ({ value, on, method: french(method) })),
    });
  },
});

/** The owner answers the milestone that waits: accepted, or not with a reason. */
export const milestoneAnswered = (at: string, position: number, reason = ""): Act => ({
  at,
  async perform(stage) {
    const { id, number } = await dossierOf(stage);
    const { id: crossing } = await database().phaseCrossing.findFirstOrThrow({
      where: { dossierId: id, position, status: "proposed" },
    });
    const answered = { number, position, crossing };
    const owner = stage.actor(OWNER);
    return reason === ""
      ? releasePhase(owner, answered)
      : withholdPhase(owner, { ...answered, reason: french(reason) });
  },
});

/** A juror finds everything good, in few words. */
export const foundGood = (at: string, juror: string): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    const actor = stage.actor(juror);
    const scores = THEMES[stage.story.theme].criteria.map(({ key, name }) => ({
      criterion: key,
      value: 4 as const,
      justification: `${name}\u00A0: bien décrit et crédible.`,
    }));
    await saveSheet(actor, { number, baseRevision: 0, scores, privateNotes: "" });
    await handInSheet(actor, { number, revision: 1 });
  },
});

export const changeAsked = (at: string, proposed: Proposed, reason: string): Act => ({
  at,
  async perform(stage) {
    return requestChange(stage.actor(stage.story.carrier), {
      number: await numberOf(stage),
      reason: french(reason),
      proposed,
    });
  },
});

/** The owner answers the request that waits. */
const changeAnswered =
  (outcome: "accepted" | "refused") =>
  (at: string, answer = ""): Act => ({
    at,
    async perform(stage) {
      const { id, number } = await dossierOf(stage);
      const { number: request } = await database().changeRequest.findFirstOrThrow({
        where: { dossierId: id, status: "requested" },
      });
      const given = { number, request, outcome, answer: french(answer) };
      return answerChange(stage.actor(OWNER), given);
    },
  });

export const changeAccepted = changeAnswered("accepted");
export const changeRefused = changeAnswered("refused");

export const gainPromised = (
  at: string,
  gain: { label: string; unit: string; promised: bigint },
): Act => ({
  at,
  async perform(stage) {
    return promiseGain(stage.actor(stage.story.carrier), {
      number: await numberOf(stage),
      ...gain,
      label: french(gain.label),
    });
  },
});

/** The one gain of the project is proven. */
export const gainProven = (
  at: string,
  proof: { proven: bigint; provenOn: Day; level: ProofLevel; method: string; source: string },
): Act => ({
  at,
  async perform(stage) {
    const { id, number } = await dossierOf(stage);
    const { id: gain } = await database().gain.findFirstOrThrow({ where: { dossierId: id } });
    return proveGain(stage.actor(stage.story.carrier), {
      ...proof,
      number,
      gain,
      method: french(proof.method),
      source: french(proof.source),
    });
  },
});

/** The team tells that what its theme asks once is done. */
export const dutyMet = (at: string, kind: DutyKind, note: string): Act => ({
  at,
  async perform(stage) {
    const { id, number } = await dossierOf(stage);
    const { id: duty } = await database().obligation.findFirstOrThrow({
      where: { dossierId: id, kind, doneAt: null },
    });
    return meetDuty(stage.actor(stage.story.carrier), { number, duty, note: french(note) });
  },
});

export const closingAsked = (
  at: string,
  closing: { evaluation: string; lessons: string; unused: Cents },
): Act => ({
  at,
  async perform(stage) {
    return askClosing(stage.actor(stage.story.carrier), {
      number: await numberOf(stage),
      evaluation: french(closing.evaluation),
      lessons: french(closing.lessons),
      unused: closing.unused,
    });
  },
});

export const projectClosed = (at: string, returned: Cents): Act => ({
  at,
  async perform(stage) {
    return closeProject(stage.actor(OWNER), { number: await numberOf(stage), returned });
  },
});
