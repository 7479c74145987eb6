import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checklist } from "@/domain/evaluation/admissibility";
import { requestComplement } from "@/features/complements/commands/request-complement";
import { withdrawDossier } from "@/features/dossiers/commands/withdraw-dossier";
import { admitDossier, setAsideDossier } from "@/features/instruction/commands/admissibility";
import { assignJurors } from "@/features/instruction/commands/jurors";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import type { ProposeInput } from "@/features/instruction/schemas";
import {
  proposeRedirection,
  withdrawRedirection,
} from "@/features/redirections/commands/propose-redirection";
import { readProposing } from "@/features/redirections/queries/sent";
import { readChain } from "@/server/audit";
import { simulateFiled } from "@/server/filed-dossier";
import { aCall, anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { moved } from "../returns/world";
import { atOnce } from "../visas/world";
import { aFiled, noticesOf, proposed, type TwoThemes, twoThemes, WORDS } from "./world";

const db = await testDatabase();
const DAY = "2021-01-20T10:00:00+01:00";
let themes: TwoThemes;

beforeAll(async () => {
  // The day before: roles begin by the portal's clock, which each test sets again.
  await setClock("2021-01-19T10:00:00+01:00");
  themes = await twoThemes("SNAP1", "ITN2");
});
beforeEach(() => setClock(DAY));

const propose = (number: string, by = themes.from.instructor, call = themes.to.call.id) =>
  proposeRedirection(by, { number, call, ...WORDS });

describe("proposing", () => {
  test("is a line of the chain, told to those who may answer, and to nobody of the carrier", async () => {
    const { id, number } = await aFiled(themes);
    expect(await propose(number)).toEqual({ theme: "ITN2" });
    const [row] = await db.redirection.findMany({ where: { dossierId: id } });
    expect(row).toMatchObject({
      fromTheme: "SNAP1",
      toTheme: "ITN2",
      toCallId: themes.to.call.id,
      status: "proposed",
      ...WORDS,
      proposedById: themes.from.instructor.agentId,
    });
    expect((await readChain(`dossier:${id}`)).lines.at(-1)).toMatchObject({
      action: "propose-redirection",
      facts: { redirectionId: row?.id, toTheme: "ITN2", reason: WORDS.reason },
    });
    const told = (await noticesOf(id, "redirection-proposed")).map((each) => each.recipientId);
    expect(told).toEqual(
      [themes.to.owner.agentId, themes.both.agentId].sort((one, other) => one.localeCompare(other)),
    );
    expect(told).not.toContain(themes.to.instructor.agentId);
    expect(
      await db.notification.count({
        where: {
          dossierId: id,
          recipientId: themes.from.carrier.agentId,
          kind: { contains: "redir" },
        },
      }),
    ).toBe(0);
  });

  test.each(["owner", "instructor"] as const)(
    "is the %s's of the theme that has it",
    async (who) => {
      const { number } = await aFiled(themes);
      expect(await propose(number, themes.from[who])).toEqual({ theme: "ITN2" });
    },
  );

  test.each([
    ["secretary", "not-allowed"],
    ["chair", "not-allowed"],
    ["juror", "not-found"],
    ["outsider", "not-found"],
    ["carrier", "not-found"],
    ["dnum", "not-found"],
    ["auditor", "not-found"],
  ] as const)("is not the %s's: %s", async (who, code) => {
    const { number } = await aFiled(themes);
    await expect(propose(number, themes.from[who])).rejects.toMatchObject({ code });
    // Nor of those of the other theme.
    await expect(propose(number, themes.to.owner)).rejects.toMatchObject({ code: "not-found" });
  });

  test.each([
    ["filed", true],
    ["complement-requested", false],
    ["admissible", true],
    ["under-review", false],
    ["heard", true],
    ["scored", true],
    ["reserve", true],
    ["accepted", false],
    ["refused", false],
    ["to-be-presented-again", false],
    ["withdrawn", false],
  ] as const)("from %s: %s", async (status, allowed) => {
    const { id, number } = await aFiled(themes);
    if (status !== "filed") await moved(id, status);
    if (allowed) expect(await propose(number)).toEqual({ theme: "ITN2" });
    else await expect(propose(number)).rejects.toMatchObject({ code: "already-done" });
  });

  test("one at a time, even when two are sent at once", async () => {
    const { id, number } = await aFiled(themes);
    expect(await atOnce([propose(number), propose(number, themes.from.owner)])).toEqual({
      held: 1,
      refusals: ["already-done"],
    });
    expect(await db.redirection.count({ where: { dossierId: id } })).toBe(1);
  });

  test("waits for the decision that is proposed, and for the sitting that examines the dossier", async () => {
    const { id, number } = await aFiled(themes);
    await moved(id, "scored");
    const { id: decision } = await db.decision.create({
      data: {
        dossierId: id,
        outcome: "refused",
        computedGrant: 1n,
        motive: "Hors du champ.",
        proposedById: themes.from.instructor.agentId,
      },
    });
    await expect(propose(number)).rejects.toMatchObject({ code: "already-done" });
    await db.decision.update({
      where: { id: decision },
      data: { status: "returned", returnedReason: "À revoir." },
    });
    const session = await db.jurySession.create({
      data: {
        themeCode: "SNAP1",
        callId: themes.from.call.id,
        label: "Séance",
        heldOn: new Date("2021-01-20"),
        convenedAt: new Date(DAY),
        openedAt: new Date(DAY),
        items: { create: { dossierId: id, position: 1 } },
      },
    });
    await expect(propose(number)).rejects.toThrow(/séance ouverte/);
    await db.jurySession.update({ where: { id: session.id }, data: { endedAt: new Date(DAY) } });
    expect(await propose(number)).toEqual({ theme: "ITN2" });
  });

  test("to an open call of another theme that the portal takes dossiers of", async () => {
    const { number } = await aFiled(themes);
    const closed = await aCall("ITN4", { closesOn: "2021-01-19" });
    const withoutRule = await aCall("ITN7");
    for (const call of [
      themes.from.call.id,
      closed.id,
      withoutRule.id,
      "00000000-0000-4000-8000-000000000000",
    ]) {
      await expect(propose(number, themes.from.owner, call)).rejects.toMatchObject({
        code: "invalid-input",
        fields: [{ path: "call" }],
      });
    }
  });

  test("to a theme that somebody else can answer for", async () => {
    const { number } = await aFiled(themes);
    const call = await aCall("SNAP3");
    await expect(propose(number, themes.from.owner, call.id)).rejects.toMatchObject({
      fields: [{ message: expect.stringContaining("Personne ne porte le thème SNAP3") }],
    });
    const alone = await anActor(
      themes.from.other,
      { role: "theme-owner", theme: "SNAP1" },
      { role: "theme-owner", theme: "SNAP3" },
    );
    await expect(propose(number, alone, call.id)).rejects.toMatchObject({
      fields: [{ message: expect.stringContaining("Vous êtes seul") }],
    });
    expect(await propose(number, themes.from.owner, call.id)).toEqual({ theme: "SNAP3" });
  });
});

describe("while the other theme has not answered", () => {
  const refused = { code: "incomplete", message: expect.stringContaining("Un autre thème") };

  test("nothing is found admissible, set aside, asked, entrusted nor decided", async () => {
    const { id, number } = await aFiled(themes);
    await proposed(themes, { id, number });
    const { instructor, secretary, juror } = themes.from;
    await expect(
      setAsideDossier(instructor, { number, motive: "out-of-theme", explanation: "Hors champ." }),
    ).rejects.toMatchObject(refused);
    await expect(
      requestComplement(instructor, {
        number,
        message: "",
        dueOn: "2021-02-05",
        points: [{ position: 1, target: "summary", question: "Précisez." }],
      }),
    ).rejects.toMatchObject(refused);
    await expect(
      admitDossier(instructor, { number, answers: await allYes(number), reason: "" }),
    ).rejects.toMatchObject(refused);
    await moved(id, "admissible");
    await expect(
      assignJurors(secretary, { number, jurors: [juror.agentId], heldOn: "2021-02-10" }),
    ).rejects.toMatchObject(refused);
    await moved(id, "scored");
    const decision: ProposeInput = {
      number,
      outcome: "refused",
      motiveCode: "not-mature",
      motive: "Le projet n’est pas mûr.",
      strengths: "",
      weaknesses: "",
    };
    await expect(proposeDecision(instructor, decision)).rejects.toMatchObject(refused);
  });

  test("the pages of the instruction say whose turn it is, and offer nothing else", async () => {
    const { id, number } = await aFiled(themes);
    await proposed(themes, { id, number });
    const page = await readDossierPage(themes.from.owner, number);
    expect(page.redirection).toEqual({ asked: "ITN2", hasHistory: true });
    expect(page.next).toMatchObject({ who: "le porteur du thème ITN2" });
    const proposing = await readProposing(page.dossier, {
      mayAct: true,
      hasDecision: false,
      pending: true,
      chosen: themes.to.call.id,
    });
    expect(proposing).toMatchObject({ offered: [], compared: null });
    expect(proposing.obstacle).not.toBeNull();
  });

  test("the theme that proposed takes it back, and the dossier goes on", async () => {
    const { id, number } = await aFiled(themes);
    await proposed(themes, { id, number });
    await expect(withdrawRedirection(themes.to.owner, { number })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await withdrawRedirection(themes.from.owner, { number })).toEqual({ theme: "ITN2" });
    expect(await noticesOf(id, "redirection-proposed")).toEqual([]);
    await expect(withdrawRedirection(themes.from.owner, { number })).rejects.toMatchObject({
      code: "already-done",
    });
    await admitDossier(themes.from.instructor, {
      number,
      answers: await allYes(number),
      reason: "",
    });
  });

  test("its carrier may withdraw it: nobody is asked any more", async () => {
    const { id, number } = await aFiled(themes);
    await proposed(themes, { id, number });
    await withdrawDossier(themes.from.carrier, { number, reason: "Projet abandonné." });
    expect(await db.redirection.findMany({ where: { dossierId: id } })).toMatchObject([
      { status: "withdrawn" },
    ]);
  });
});

/** Every point of the checklist found met. */
async function allYes(number: string) {
  const { dossier } = await readDossierPage(themes.from.instructor, number);
  const points = checklist(dossier.theme, (await simulateFiled(dossier.id))?.findings ?? []);
  return Object.fromEntries(points.map(({ key }) => [key, "yes"]));
}
