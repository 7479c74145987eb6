import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { JsonObject } from "@/domain/evidence/canonical";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { setCommitments } from "@/features/dossiers/commands/set-commitment";
import { removeFile } from "@/features/files/commands/remove-file";
import { associateCarrier, dissociateCarrier } from "@/features/team/commands/co-carriers";
import { changeAccess, removeMember } from "@/features/team/commands/members";
import { giveVisa } from "@/features/visas/commands/give-visa";
import { informDnum } from "@/features/visas/commands/inform-dnum";
import { dossierChain, readChain } from "@/server/audit";
import { pdf } from "../../fixtures/hostile-files/corpus";
import { aCall, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { send } from "../files/sending";
import { aCarrier, aDraft, aFilledDraft, theForm } from "./filled-draft";

/** A filing and an autosave read without a lock: what others write in between is never overwritten, nor left out. */

const db = await testDatabase();

let carrier: Actor;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  await aCall("ITN3");
  await aCall("SNAP2A", { closesOn: null });
  carrier = await aCarrier("ITN3");
});

/** Runs `meanwhile` between what `act` reads and the first statement it writes. */
async function interrupted<Result>(
  act: () => Promise<Result>,
  meanwhile: () => Promise<unknown>,
): Promise<Result> {
  const send = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  let waiting = true;
  const query = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const [{ text = "" } = {}] = given as { text?: string }[];
    if (!waiting || !text.trimStart().startsWith("WITH")) return send.apply(this, given);
    waiting = false;
    meanwhile().then(
      () => send.apply(this, given),
      (error) => this.emit("error", error),
    );
  } as typeof pg.Client.prototype.query);
  try {
    return await act();
  } finally {
    query.mockRestore();
  }
}

const answer = (field: string, value: string, baseRevision = 1) => ({ field, value, baseRevision });
type Answer = ReturnType<typeof answer>;
const save = (number: string, ...answers: Answer[]) => saveAnswers(carrier, { number, answers });

describe("between the reading and the writing of a filing", () => {
  test("an answer saved keeps it from being made: nobody has read it", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const form = await theForm(draft);
    const filing = interrupted(
      () => fileDossier(carrier, form),
      () => save(draft.number, answer("risks", "Un risque de plus")),
    );
    await expect(filing).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect(await db.filing.count({ where: { dossierId: draft.id } })).toBe(0);
  });

  test("an act that leaves the content as it was only makes it judge again", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const form = await theForm(draft);
    const place = { dossierId: draft.id, field: "risks" };
    const { value } = await db.answer.findUniqueOrThrow({ where: { dossierId_field: place } });
    const receipt = await interrupted(
      () => fileDossier(carrier, form),
      async () => {
        await save(draft.number, answer("risks", "Un risque de plus"));
        await save(draft.number, answer("risks", String(value), 2));
      },
    );
    const filing = await db.filing.findFirstOrThrow({ where: { dossierId: draft.id } });
    expect(filing.fingerprint).toBe(receipt.fingerprint);
    expect((filing.content as JsonObject).answers).toMatchObject({ risks: value });
    const { lines, brokenAt } = await readChain(dossierChain(draft.id));
    expect(lines.at(-1)?.action).toBe("file");
    expect(brokenAt).toBeNull();
  });

  test("the same dossier filed by another form is already done", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const forms = [await theForm(draft), await theForm(draft)] as const;
    const filing = interrupted(
      () => fileDossier(carrier, forms[0]),
      () => fileDossier(carrier, forms[1]),
    );
    await expect(filing).rejects.toMatchObject({ code: "already-done" });
    expect(await db.filing.count({ where: { dossierId: draft.id } })).toBe(1);
  });
});

describe("between the reading and the writing of an answer", () => {
  test("the same question saved by another is a conflict, another question is none", async () => {
    const { number } = await aFilledDraft(carrier, "ITN3");
    const mine = await interrupted(
      () => save(number, answer("risks", "Le mien")),
      () => save(number, answer("risks", "Le sien")),
    );
    expect(mine.answers).toMatchObject([{ status: "conflict", value: "Le sien", revision: 2 }]);
    const other = await interrupted(
      () => save(number, answer("summary", "Le mien")),
      () => save(number, answer("risks", "Le sien encore", 2)),
    );
    expect(other.answers).toMatchObject([{ status: "saved", revision: 2 }]);
  });

  test("a filing makes it late", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const form = await theForm(draft);
    const saving = interrupted(
      () => save(draft.number, answer("risks", "Trop tard")),
      () => fileDossier(carrier, form),
    );
    await expect(saving).rejects.toMatchObject({ code: "already-done" });
  });
});

test("whatever a filing takes changes with a line of the chain", async () => {
  const lead = await aCarrier("SNAP2A");
  const dnum = await anActor(null, {
    role: "dnum",
    ministryId: lead.organisation?.ministryId ?? "",
  });
  const { id, number } = await aDraft(lead, "SNAP2A");
  const { id: organisationId } = await anOrganisation({ kind: "central-administration" });
  const { agentId } = await anActor(null);
  await db.dossierMember.create({ data: { dossierId: id, agentId, access: "read" } });
  const file = { name: "avis.pdf", bytes: pdf(1000) };
  let sent = "";
  const acts: [string, () => Promise<unknown>][] = [
    ["an answer", () => saveAnswers(lead, { number, answers: [answer("summary", "Dit", 0)] })],
    [
      "the plan",
      () => savePlan(lead, { number, baseRevision: 0, lines: [...SAMPLES.SNAP2A.lines] }),
    ],
    [
      "commitments",
      () =>
        setCommitments(lead, { number, accepted: THEMES.SNAP2A.commitments.map(({ key }) => key) }),
    ],
    ["commitments taken back", () => setCommitments(lead, { number, accepted: [] })],
    ["a co-carrier", () => associateCarrier(lead, { number, organisationId })],
    ["no co-carrier", () => dissociateCarrier(lead, { number, organisationId })],
    ["a file", async () => (sent = (await send(lead, number, file)).id)],
    ["no file", () => removeFile(lead, { number, file: sent })],
    ["an access", () => changeAccess(lead, { number, agentId, access: "write" })],
    ["a member", () => removeMember(lead, { number, agentId })],
    ["the visa", () => informDnum(lead, { number, message: "" })],
    ["its answer", () => giveVisa(dnum, { number, answer: "endorsement", reason: "" })],
  ];
  for (const [what, act] of acts) {
    const { sequence } = await db.dossierMoment.findUniqueOrThrow({ where: { dossierId: id } });
    await act();
    const after = await db.dossierMoment.findUniqueOrThrow({ where: { dossierId: id } });
    expect(after.sequence, what).toBeGreaterThan(sequence);
  }
});
