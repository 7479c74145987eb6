import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { BusinessError } from "@/domain/errors";
import { checklist } from "@/domain/evaluation/admissibility";
import type { AppealAnswer } from "@/domain/evaluation/appeal";
import { euros } from "@/domain/money";
import { THEMES } from "@/domain/themes/index";
import {
  decideAppeal,
  proposeAnswer,
  registerAppeal,
  returnAnswer,
} from "@/features/appeals/commands/examine-appeal";
import { fileAppeal } from "@/features/appeals/commands/file-appeal";
import { withdrawDossier } from "@/features/dossiers/commands/withdraw-dossier";
import { admitDossier, setAsideDossier } from "@/features/instruction/commands/admissibility";
import { confirmDecision, returnDecision } from "@/features/instruction/commands/confirm-decision";
import { notifyDecision } from "@/features/instruction/commands/notify-decisions";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { dossierChain, readChain } from "@/server/audit";
import { simulateFiled } from "@/server/filed-dossier";
import { aFiling, aReviewedDossier, dossierNow, theRoom } from "../../fixtures/jury";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

/**
 * The life of a decision against a model of it: random acts by random people, each accepted or refused as the model
 * says, and after each the status, the money, the masks and the log are those of the model. The model is written from the
 * texts' path of a theme its owner decides alone (ITN6), not from the transition table.
 */

const db = await testDatabase();

/** What each may do at all, whatever the moment. */
const PEOPLE = {
  owner: ["admit", "setAside", "propose", "confirm", "notify", "register", "answer", "decide"],
  otherOwner: ["admit", "setAside", "propose", "confirm", "notify", "register", "answer", "decide"],
  instructor: ["admit", "setAside", "propose", "notify", "register", "answer"],
  secretary: ["propose", "notify", "register", "answer"],
  chair: ["confirm", "answer", "decide"],
  carrier: ["appeal", "withdraw"],
  outsider: [],
} as const satisfies Record<string, readonly string[]>;
type Person = keyof typeof PEOPLE;

const ACTS = [
  "admit",
  "setAside",
  "proposeAward",
  "proposeRefusal",
  "confirm",
  "sendBack",
  "notify",
  "appeal",
  "register",
  "answerUpheld",
  "answerRejected",
  "returnAnswer",
  "decide",
  "withdraw",
] as const;
type Act = (typeof ACTS)[number];

/** The right each act needs. */
const RIGHT: Record<Act, string> = {
  admit: "admit",
  setAside: "setAside",
  proposeAward: "propose",
  proposeRefusal: "propose",
  confirm: "confirm",
  sendBack: "confirm",
  notify: "notify",
  appeal: "appeal",
  register: "register",
  answerUpheld: "answer",
  answerRejected: "answer",
  returnAnswer: "decide",
  decide: "decide",
  withdraw: "withdraw",
};

interface Model {
  status: DossierStatus;
  notified: boolean;
  decision: { outcome: "accepted" | "refused"; proposer: Person; confirmer: Person | null } | null;
  setAsideBy: Person | null;
  appeal: {
    state: "filed" | "registered" | "proposed";
    answer: AppealAnswer | null;
    by: Person | null;
  } | null;
  committed: number;
  /** Lines of the log so far. */
  lines: number;
}

const AWARD = euros(10_000);
const EXAMINED: readonly DossierStatus[] = ["filed", "admissible"];

/** Whether the model lets this person do this now; `apply` then says what becomes of it. */
function allows(model: Model, person: Person, act: Act): boolean {
  const rights: readonly string[] = PEOPLE[person];
  if (!rights.includes(RIGHT[act])) return false;
  const { status, decision, appeal } = model;
  const deciders = decision ? [decision.proposer, decision.confirmer] : [model.setAsideBy];
  switch (act) {
    case "admit":
    case "setAside":
      return status === "filed";
    case "proposeAward":
    case "proposeRefusal":
      return status === "admissible" && decision === null;
    case "confirm":
    case "sendBack":
      return (
        decision !== null &&
        decision.confirmer === null &&
        decision.proposer !== person &&
        status === "admissible"
      );
    case "notify":
      return decision !== null && decision.confirmer !== null && !model.notified;
    case "appeal":
      return (
        model.notified && ["accepted", "refused", "set-aside"].includes(status) && appeal === null
      );
    case "register":
      return appeal?.state === "filed";
    case "answerUpheld":
    case "answerRejected":
      return appeal?.state === "registered" && !deciders.includes(person);
    case "returnAnswer":
      return appeal?.state === "proposed" && !deciders.includes(person);
    case "decide":
      return appeal?.state === "proposed" && appeal.by !== person && !deciders.includes(person);
    case "withdraw":
      return EXAMINED.includes(status);
  }
}

function apply(model: Model, person: Person, act: Act): void {
  model.lines += 1;
  switch (act) {
    case "admit":
      model.status = "admissible";
      break;
    case "setAside":
      Object.assign(model, { status: "set-aside", notified: true, setAsideBy: person });
      break;
    case "proposeAward":
      model.decision = { outcome: "accepted", proposer: person, confirmer: null };
      break;
    case "proposeRefusal":
      model.decision = { outcome: "refused", proposer: person, confirmer: null };
      break;
    case "confirm":
      if (model.decision) {
        model.decision.confirmer = person;
        model.status = model.decision.outcome;
        if (model.decision.outcome === "accepted") model.committed += AWARD;
      }
      break;
    case "sendBack":
      model.decision = null;
      break;
    case "notify":
      model.notified = true;
      break;
    case "appeal":
      model.appeal = { state: "filed", answer: null, by: null };
      break;
    case "register":
      if (model.appeal) model.appeal.state = "registered";
      break;
    case "answerUpheld":
    case "answerRejected":
      model.appeal = {
        state: "proposed",
        answer: act === "answerUpheld" ? "upheld" : "rejected",
        by: person,
      };
      break;
    case "returnAnswer":
      model.appeal = { state: "registered", answer: null, by: null };
      break;
    case "decide":
      if (model.appeal?.answer === "upheld") reopen(model);
      model.appeal = null;
      break;
    case "withdraw":
      model.status = "withdrawn";
      break;
  }
}

function reopen(model: Model): void {
  model.lines += 1;
  if (model.decision?.outcome === "accepted") model.committed -= AWARD;
  model.status = model.status === "set-aside" ? "filed" : "admissible";
  Object.assign(model, { decision: null, setAsideBy: null, notified: false });
}

let room: Awaited<ReturnType<typeof theRoom>>;
let people: Record<Person, Awaited<ReturnType<typeof anActor>>>;

beforeAll(async () => {
  await setClock("2021-02-15T10:00:00+01:00");
  room = await theRoom("ITN6");
  const { owner, instructor, secretary, chair, carrier, outsider } = room;
  const otherOwner = await anActor(room.other, { role: "theme-owner", theme: "ITN6" });
  people = { owner, otherOwner, instructor, secretary, chair, carrier, outsider };
  await setClock("2021-02-15T11:00:00+01:00");
});

/** The decision and the appeal an act is about: the live ones, else one that no longer is. */
async function subjects(dossierId: string) {
  const [decision, appeal] = await Promise.all([
    db.decision.findFirst({ where: { dossierId }, orderBy: { proposedAt: "desc" } }),
    db.appeal.findFirst({ where: { dossierId }, orderBy: { filedAt: "desc" } }),
  ]);
  const nothing = "01994f00-0000-7000-8000-000000000000";
  return { decision: decision?.id ?? nothing, appeal: appeal?.id ?? nothing };
}

async function perform(dossier: { id: string; number: string }, person: Person, act: Act) {
  const actor = people[person];
  const { number, id } = dossier;
  const { decision, appeal } = await subjects(id);
  const common = { number, motive: "Motif.", strengths: "", weaknesses: "" };
  const answers = { number, appeal, reasons: "Raisons." };
  switch (act) {
    case "admit":
      return admitDossier(actor, { number, reason: "Vérifié.", answers: await everyPoint(number) });
    case "setAside":
      return setAsideDossier(actor, { number, motive: "out-of-theme", explanation: "Hors thème." });
    case "proposeAward":
      return proposeDecision(actor, {
        ...common,
        outcome: "accepted",
        amount: "10 000",
        motiveCode: "meets-criteria",
      });
    case "proposeRefusal":
      return proposeDecision(actor, {
        ...common,
        outcome: "refused",
        amount: "",
        motiveCode: "not-mature",
      });
    case "confirm":
      return confirmDecision(actor, { number, decision });
    case "sendBack":
      return returnDecision(actor, { number, decision, reason: "À revoir." });
    case "notify":
      return notifyDecision(actor, { number, decision });
    case "appeal":
      return fileAppeal(actor, { number, grounds: "Je conteste." });
    case "register":
      return registerAppeal(actor, { number, appeal });
    case "answerUpheld":
      return proposeAnswer(actor, { ...answers, proposal: "upheld" });
    case "answerRejected":
      return proposeAnswer(actor, { ...answers, proposal: "rejected" });
    case "returnAnswer":
      return returnAnswer(actor, { number, appeal, reason: "À revoir." });
    case "decide":
      return decideAppeal(actor, { number, appeal });
    case "withdraw":
      return withdrawDossier(actor, { number, reason: "Marché reporté." });
  }
}

/** Every point of the checklist, whatever it is, found met. */
async function everyPoint(number: string): Promise<Record<string, string>> {
  const { id } = await dossierNow(number);
  const simulation = await simulateFiled(id);
  const points = checklist(THEMES.ITN6, simulation?.findings ?? []);
  return Object.fromEntries(points.map(({ key }) => [key, "yes"]));
}

const NAMES = Object.keys(PEOPLE) as Person[];

/** An act by anybody, mostly refused; or one the model lets happen, so that the life goes on. */
const step = fc.record({
  act: fc.constantFrom(...ACTS),
  person: fc.constantFrom(...NAMES),
  onward: fc.boolean(),
  choice: fc.nat(1000),
});

function chosen(model: Model, { act, person, onward, choice }: Step): [Person, Act] {
  if (!onward) return [person, act];
  const open = NAMES.flatMap((name) =>
    ACTS.filter((each) => each !== "withdraw" && allows(model, name, each)).map(
      (each): [Person, Act] => [name, each],
    ),
  );
  return open[choice % Math.max(open.length, 1)] ?? [person, act];
}
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

test("any sequence of acts by anybody ends where the model says", async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const dossier = await aReviewedDossier(room, { status: "filed", grant: euros(48_000) });
      await aFiling(dossier.number, room.carrier);
      const model: Model = {
        status: "filed",
        notified: false,
        decision: null,
        setAsideBy: null,
        appeal: null,
        committed: 0,
        lines: 0,
      };
      for (const each of steps) {
        const [person, act] = chosen(model, each);
        const expected = allows(model, person, act);
        const outcome = await perform(dossier, person, act).then(
          () => "done",
          (error: unknown) => {
            if (error instanceof BusinessError) return error.code;
            throw error;
          },
        );
        expect(outcome === "done", `${person} ${act} at ${model.status}: ${outcome}`).toBe(
          expected,
        );
        if (expected) {
          apply(model, person, act);
          reached.add(`${act} → ${model.status}`);
        }
      }
      const row = await dossierNow(dossier.number);
      expect(row.status).toBe(model.status);
      expect(row.notifiedAt !== null).toBe(model.notified);
      const { lines, brokenAt } = await readChain(dossierChain(dossier.id));
      expect(brokenAt).toBeNull();
      expect(lines).toHaveLength(model.lines);
      const held = await db.ledgerEntry.aggregate({
        where: { decision: { dossierId: dossier.id } },
        _sum: { amount: true },
      });
      expect(Number(held._sum.amount ?? 0n)).toBe(model.committed);
    }),
    { numRuns: 15, seed: 20_210_120 },
  );
  // The walk is worth something: it has been everywhere.
  expect([...reached].sort()).toEqual(
    expect.arrayContaining([
      "confirm → accepted",
      "confirm → refused",
      "decide → admissible",
      "decide → filed",
      "setAside → set-aside",
    ]),
  );
}, 120_000);
