import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { addDays, type Day } from "@/domain/calendar";
import { BusinessError } from "@/domain/errors";
import type { ChangeKind, Proposed } from "@/domain/execution/changes";
import type { PhaseStatus } from "@/domain/execution/phase-statuses";
import { cents } from "@/domain/money";
import { answerChange } from "@/features/execution/commands/answer-change";
import { releasePhase, withholdPhase } from "@/features/execution/commands/answer-crossing";
import { askClosing, closeProject } from "@/features/execution/commands/closing";
import { proposeCrossing } from "@/features/execution/commands/propose-crossing";
import { requestChange, withdrawChange } from "@/features/execution/commands/request-change";
import { startExecution } from "@/features/execution/commands/start-execution";
import { dossierChain, readChain } from "@/server/audit";
import { dossierNow } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aLife, anAward, heldOf, type Life, OPENED } from "../execution/world";

/**
 * The life of a project after its award against a model of it: random acts by random people, each accepted or refused as
 * the model says; after each life the status, the phases, the money, the versions and the log are those of the model.
 * The model is written from the texts of SNAP3 and the decision page, not from the commands.
 */

const db = await testDatabase();

/** What each may do at all, whatever the moment. */
const PEOPLE = {
  owner: ["start", "answer-crossing", "answer", "answer-award", "close"],
  otherOwner: ["start", "answer-crossing", "answer", "answer-award", "close"],
  instructor: ["start", "answer"],
  secretary: [],
  chair: [],
  carrier: ["carry"],
  dnum: [],
  outsider: [],
} as const satisfies Partial<Record<keyof Life, readonly string[]>>;
type Person = keyof typeof PEOPLE;

const RIGHT = {
  start: "start",
  propose1: "carry",
  propose2: "carry",
  release: "answer-crossing",
  withhold: "answer-crossing",
  askDelay: "carry",
  askLower: "carry",
  askSuspension: "carry",
  askResumption: "carry",
  askAbandonment: "carry",
  withdraw: "carry",
  accept: "answer",
  refuse: "answer",
  askClosing: "carry",
  close: "close",
} as const;
type Act = keyof typeof RIGHT;
const ACTS = Object.keys(RIGHT) as Act[];

const ASKED: Partial<Record<Act, ChangeKind>> = {
  askDelay: "delay",
  askLower: "amount",
  askSuspension: "suspension",
  askResumption: "resumption",
  askAbandonment: "abandonment",
};
/** Cents each lowering takes from the award. */
const STEP = 1_000_00;
const SPENT = 5_000_00;

interface Model {
  status: "accepted" | "in-execution" | "closed";
  phases: [PhaseStatus, PhaseStatus];
  suspended: boolean;
  open: ChangeKind | null;
  requests: number;
  grant: number;
  /** Share of the second phase: what a lowering may take before it is funded. */
  second: number;
  version: number;
  endsOn: Day;
  closingAsked: boolean;
  held: number;
  /** Lines of the log since the award. */
  lines: number;
}

function allows(model: Model, person: Person, act: Act): boolean {
  const rights: readonly string[] = PEOPLE[person];
  const award = (act === "accept" || act === "refuse") && isOfAward(model.open);
  if (!rights.includes(award ? "answer-award" : RIGHT[act])) return false;
  const { status, phases, suspended, open } = model;
  if (act === "start") return status === "accepted";
  if (status !== "in-execution") return false;
  switch (act) {
    case "propose1":
    case "propose2":
      return !suspended && isUnderWay(phases[act === "propose1" ? 0 : 1]);
    case "release":
    case "withhold":
      return !suspended && phases.includes("submitted");
    case "askLower":
      return open === null && phases[1] === "to-come" && model.second >= STEP;
    case "askSuspension":
      return open === null && !suspended;
    case "askResumption":
      return open === null && suspended;
    case "askDelay":
    case "askAbandonment":
      return open === null;
    case "withdraw":
    case "refuse":
      return open !== null;
    case "accept":
      // What fitted when it was asked may no longer: the phase it lowers is funded since.
      return open !== null && (open !== "amount" || phases[1] === "to-come");
    case "askClosing":
      return true;
    case "close":
      return model.closingAsked && open === null && !phases.includes("submitted");
  }
}

const isUnderWay = (status: PhaseStatus) => status === "current" || status === "withheld";
const isOfAward = (kind: ChangeKind | null) => kind === "amount" || kind === "abandonment";

function apply(model: Model, act: Act): void {
  model.lines += 1;
  const asked = ASKED[act];
  if (asked) {
    model.open = asked;
    model.requests += 1;
    return;
  }
  switch (act) {
    case "start":
      Object.assign(model, { status: "in-execution", phases: ["current", "to-come"] });
      break;
    case "propose1":
      model.phases[0] = "submitted";
      break;
    case "propose2":
      model.phases[1] = "submitted";
      break;
    case "release":
      if (model.phases[0] === "submitted") model.phases = ["released", "current"];
      else model.phases[1] = "released";
      break;
    case "withhold":
      model.phases[model.phases.indexOf("submitted")] = "withheld";
      break;
    case "withdraw":
    case "refuse":
      model.open = null;
      break;
    case "accept":
      accepted(model);
      model.open = null;
      break;
    case "askClosing":
      model.closingAsked = true;
      break;
    case "close":
      model.status = "closed";
      break;
  }
}

function accepted(model: Model): void {
  if (model.open === "abandonment") {
    // The closing has its own line beside the answer's.
    model.lines += 1;
    Object.assign(model, { status: "closed", held: Math.min(model.held, SPENT) });
    return;
  }
  model.version += 1;
  if (model.open === "amount") {
    model.grant -= STEP;
    model.held -= STEP;
    model.second -= STEP;
  }
  if (model.open === "delay" || model.open === "resumption") {
    model.endsOn = addDays(model.endsOn, 10);
  }
  if (model.open === "suspension") model.suspended = true;
  if (model.open === "resumption") model.suspended = false;
}

let life: Life;
beforeAll(async () => {
  life = await aLife("SNAP3");
});

const MEASURES = ["9 000", "99,9"].map((value) => ({
  value,
  on: "2021-05-10",
  method: "Journal.",
}));
const NOTHING = "01994f00-0000-7000-8000-000000000000";

function proposedBy(model: Model, kind: ChangeKind): Proposed {
  switch (kind) {
    case "amount":
      return { kind, grant: cents(model.grant - STEP) };
    case "delay":
    case "resumption":
      return { kind, endsOn: addDays(model.endsOn, 10) };
    case "abandonment":
      return { kind, spent: cents(SPENT) };
    default:
      return { kind: "suspension" };
  }
}

async function perform(dossier: { id: string; number: string }, model: Model, step: [Person, Act]) {
  const [person, act] = step;
  const actor = life[person];
  const { number, id } = dossier;
  const asked = ASKED[act];
  if (asked) {
    return requestChange(actor, { number, reason: "Motif.", proposed: proposedBy(model, asked) });
  }
  const crossing = await db.phaseCrossing.findFirst({
    where: { dossierId: id },
    orderBy: { requestedAt: "desc" },
  });
  const waiting = await db.phaseCrossing.findFirst({
    where: { dossierId: id, status: "proposed" },
  });
  const answered = {
    number,
    crossing: (waiting ?? crossing)?.id ?? NOTHING,
    position: (waiting ?? crossing)?.position ?? 1,
  };
  const request = Math.max(1, model.requests);
  switch (act) {
    case "start":
      return startExecution(actor, { number, startsOn: "2021-05-10" });
    case "propose1":
    case "propose2":
      return proposeCrossing(actor, {
        number,
        position: act === "propose1" ? 1 : 2,
        account: "Fait.",
        measures: MEASURES,
      });
    case "release":
      return releasePhase(actor, answered);
    case "withhold":
      return withholdPhase(actor, { ...answered, reason: "Pas encore." });
    case "withdraw":
      return withdrawChange(actor, { number, request });
    case "accept":
      return answerChange(actor, { number, request, outcome: "accepted", answer: "" });
    case "refuse":
      return answerChange(actor, { number, request, outcome: "refused", answer: "Non." });
    case "askClosing":
      return askClosing(actor, { number, evaluation: "Fait.", lessons: "Rien.", unused: cents(0) });
    case "close":
      return closeProject(actor, { number, returned: cents(0) });
  }
}

const NAMES = Object.keys(PEOPLE) as Person[];
const ENDS: readonly Act[] = ["close", "askAbandonment"];

/** An act by anybody, mostly refused; or one the model lets happen, so that the life goes on. */
const step = fc.record({
  act: fc.constantFrom(...ACTS),
  person: fc.constantFrom(...NAMES),
  onward: fc.boolean(),
  choice: fc.nat(1000),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function chosen(model: Model, { act, person, onward, choice }: Step): [Person, Act] {
  if (!onward) return [person, act];
  const open = NAMES.flatMap((name) =>
    ACTS.filter(
      (each) => (choice % 7 === 0 || !ENDS.includes(each)) && allows(model, name, each),
    ).map((each): [Person, Act] => [name, each]),
  );
  return open[choice % Math.max(open.length, 1)] ?? [person, act];
}

/** No phase is funded while the milestone of one before it is not accepted; the shares are the grant. */
async function expectPhasesInOrder(dossierId: string, grant: number) {
  const phases = await db.executionPhase.findMany({
    where: { dossierId },
    orderBy: { position: "asc" },
  });
  phases.forEach(({ fundedAt, position }) => {
    const before = phases.filter((phase) => phase.position < position);
    if (fundedAt) expect(before.every(({ status }) => status === "released")).toBe(true);
  });
  if (phases.length > 0) {
    expect(phases.reduce((sum, phase) => sum + Number(phase.grant), 0)).toBe(grant);
  }
  return phases.map(({ status }) => status);
}

test("any sequence of acts by anybody ends where the model says", async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 35 }), async (steps) => {
      const award = await anAward(life, "SNAP3");
      await setClock(OPENED);
      const { lines: before } = await readChain(dossierChain(award.id));
      const model: Model = {
        status: "accepted",
        phases: ["to-come", "to-come"],
        suspended: false,
        open: null,
        requests: 0,
        grant: award.grant,
        // 720 000 of a million.
        second: award.grant - Math.floor((award.grant * 28) / 100),
        version: 1,
        endsOn: "2023-02-28",
        closingAsked: false,
        held: award.grant,
        lines: before.length,
      };
      const versions = new Map<number, string>();
      for (const each of steps) {
        const [person, act] = chosen(model, each);
        const expected = allows(model, person, act);
        const outcome = await perform(award, model, [person, act]).then(
          () => "done",
          (error: unknown) => {
            if (error instanceof BusinessError) return `${error.code} ${error.message}`;
            throw error;
          },
        );
        expect(outcome === "done", `${person} ${act} on ${JSON.stringify(model)}: ${outcome}`).toBe(
          expected,
        );
        if (!expected) continue;
        apply(model, act);
        reached.add(`${act} → ${model.status} ${model.phases.join(" ")}`);
        // A version once written is never written again.
        for (const row of await db.baseline.findMany({ where: { dossierId: award.id } })) {
          const known = versions.get(row.version);
          const text = `${row.fingerprint} ${JSON.stringify(row.content)}`;
          if (known !== undefined) expect(text).toBe(known);
          versions.set(row.version, text);
        }
        await expectPhasesInOrder(award.id, model.grant);
      }
      expect((await dossierNow(award.number)).status).toBe(model.status);
      expect(await heldOf(award.decision)).toBe(model.held);
      const { lines, brokenAt } = await readChain(dossierChain(award.id));
      expect(brokenAt).toBeNull();
      expect(lines).toHaveLength(model.lines);
      if (model.status === "accepted") return;
      expect(await expectPhasesInOrder(award.id, model.grant)).toEqual(model.phases);
      expect(versions.size).toBe(model.version);
      const row = await db.execution.findUniqueOrThrow({ where: { dossierId: award.id } });
      expect(row.suspendedAt !== null).toBe(model.suspended);
      expect(row.endsOn.toISOString().slice(0, 10)).toBe(model.endsOn);
      expect(row.closedAt !== null).toBe(model.status === "closed");
    }),
    { numRuns: 20, seed: 20_210_510 },
  );
  // The walk is worth something: it has been everywhere.
  expect([...reached].sort()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^release → in-execution released current/),
      expect.stringMatching(/^release → in-execution released released/),
      expect.stringMatching(/^withhold → /),
      expect.stringMatching(/^accept → in-execution/),
      expect.stringMatching(/^accept → closed/),
      expect.stringMatching(/^close → closed/),
    ]),
  );
}, 180_000);
