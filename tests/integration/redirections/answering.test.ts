import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withdrawDossier } from "@/features/dossiers/commands/withdraw-dossier";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import type { ProposeInput } from "@/features/instruction/schemas";
import { declineRedirection } from "@/features/redirections/commands/decline-redirection";
import { withdrawRedirection } from "@/features/redirections/commands/propose-redirection";
import { readOwnRedirection } from "@/features/redirections/queries/own";
import { readReceived } from "@/features/redirections/queries/received";
import { countAwaited, readRedirections } from "@/features/redirections/queries/redirections";
import { readChain } from "@/server/audit";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { dossierNow, moved } from "../returns/world";
import { atOnce } from "../visas/world";
import {
  accept,
  aFiled,
  aProposal,
  aRedirected,
  noticesOf,
  proposed,
  type TwoThemes,
  twoThemes,
} from "./world";

const db = await testDatabase();
const DAY = "2021-01-20T10:00:00+01:00";
let themes: TwoThemes;

beforeAll(async () => {
  await setClock("2021-01-19T10:00:00+01:00");
  themes = await twoThemes("SNAP1", "ITN2", "business-directorate");
});
beforeEach(() => setClock(DAY));

describe("who answers", () => {
  test.each([
    ["the instructor of the theme that is asked", () => themes.to.instructor],
    ["its secretary", () => themes.to.secretary],
    ["the owner of the theme that proposes", () => themes.from.owner],
    ["the owner of a third theme", () => themes.to.outsider],
    ["the carrier", () => themes.from.carrier],
    ["an auditor", () => themes.from.auditor],
  ])("not %s", async (_who, person) => {
    const proposal = await aProposal(themes);
    const actor = person();
    await expect(accept(themes, proposal, actor)).rejects.toMatchObject({ code: "not-found" });
    await expect(declineRedirection(actor, { ...proposal, reason: "Non." })).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await dossierNow(proposal.id)).status).toBe("filed");
  });

  test("not whoever proposed, though they own both themes; another owner does", async () => {
    const dossier = await aFiled(themes);
    const { id: redirection } = await proposed(themes, dossier, themes.both);
    const proposal = { ...dossier, redirection };
    await expect(accept(themes, proposal, themes.both)).rejects.toMatchObject({
      code: "not-allowed",
    });
    expect(await readReceived(themes.both, dossier.number)).toMatchObject({ own: true });
    await accept(themes, proposal);
  });

  test("not a recused person, nor one of the dossier's own team", async () => {
    const proposal = await aProposal(themes);
    const { owner } = themes.to;
    const assignment = await db.jurorAssignment.create({
      data: {
        ...{ dossierId: proposal.id, jurorId: owner.agentId, assignedById: owner.agentId },
        ...{ status: "recused", ground: "same-ministry", endedAt: new Date(DAY) },
      },
    });
    await expect(accept(themes, proposal)).rejects.toMatchObject({ code: "not-found" });
    expect(await readReceived(owner, proposal.number)).toBeNull();
    await db.jurorAssignment.delete({ where: { id: assignment.id } });
    await db.dossierMember.create({
      data: { dossierId: proposal.id, agentId: owner.agentId, access: "read" },
    });
    await expect(accept(themes, proposal)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("declining", () => {
  test("leaves the dossier where it is, with a reason that the carrier never reads", async () => {
    const proposal = await aProposal(themes);
    const { id, number, redirection } = proposal;
    await declineRedirection(themes.to.owner, { number, redirection, reason: "Hors du champ." });
    expect(await dossierNow(id)).toMatchObject({ status: "filed", themeCode: "SNAP1" });
    expect((await readChain(`dossier:${id}`)).lines.at(-1)).toMatchObject({
      action: "decline-redirection",
      facts: { reason: "Hors du champ." },
    });
    expect(await noticesOf(id, "redirection-answered")).toMatchObject([
      { recipientId: themes.from.instructor.agentId, payload: { answer: "declined" } },
    ]);
    expect(await noticesOf(id, "redirection-proposed")).toEqual([]);
    await expect(readOwnRedirection(themes.from.carrier, number)).rejects.toMatchObject({
      code: "not-found",
    });
    // It may be proposed again.
    await proposed(themes, proposal);
  });
});

describe("two acts at once", () => {
  test("accepted once", async () => {
    const proposal = await aProposal(themes);
    const acts = [
      accept(themes, proposal),
      accept(themes, proposal, themes.both),
      accept(themes, proposal),
    ];
    expect(await atOnce(acts)).toEqual({ held: 1, refusals: ["already-done", "already-done"] });
    expect((await dossierNow(proposal.id)).presentation).toBe(2);
    expect(await noticesOf(proposal.id, "dossier-redirected")).toHaveLength(1);
  });

  test("accepted or taken back, never both", async () => {
    for (let round = 0; round < 4; round += 1) {
      const proposal = await aProposal(themes);
      const { id, number } = proposal;
      const back = () => withdrawRedirection(themes.from.owner, { number });
      const acts =
        round % 2 ? [back(), accept(themes, proposal)] : [accept(themes, proposal), back()];
      expect((await atOnce(acts)).held).toBe(1);
      const { status } = await db.redirection.findFirstOrThrow({ where: { dossierId: id } });
      const { themeCode } = await dossierNow(id);
      expect([status, themeCode]).toEqual(
        themeCode === "ITN2" ? ["accepted", "ITN2"] : ["withdrawn", "SNAP1"],
      );
    }
  });

  test("accepted or declined, never both", async () => {
    const proposal = await aProposal(themes);
    const decline = declineRedirection(themes.both, { ...proposal, reason: "Hors du champ." });
    expect(await atOnce([accept(themes, proposal), decline])).toEqual({
      held: 1,
      refusals: ["already-done"],
    });
  });

  test("accepted or decided: the decision waits for the answer", async () => {
    const proposal = await aProposal(themes);
    const { id, number } = proposal;
    await moved(id, "scored");
    const decision: ProposeInput = {
      ...{ number, outcome: "refused", motiveCode: "not-mature" },
      ...{ motive: "Le projet n’est pas mûr.", strengths: "", weaknesses: "" },
    };
    const { held } = await atOnce([
      proposeDecision(themes.from.instructor, decision),
      accept(themes, proposal),
      proposeDecision(themes.from.instructor, decision),
    ]);
    expect(held).toBe(1);
    expect(await db.decision.count({ where: { dossierId: id } })).toBe(0);
    expect((await dossierNow(id)).status).toBe("redirected");
  });

  test("accepted while the carrier withdraws: one of both", async () => {
    const proposal = await aProposal(themes);
    const { id, number } = proposal;
    await atOnce([
      withdrawDossier(themes.from.carrier, { number, reason: "Abandon." }),
      accept(themes, proposal),
    ]);
    const [{ status }, redirection] = [
      await dossierNow(id),
      await db.redirection.findFirstOrThrow({ where: { dossierId: id } }),
    ];
    // Accepted first, a redirected dossier may still be withdrawn.
    expect(["withdrawn", "redirected"]).toContain(status);
    expect(["withdrawn", "accepted"]).toContain(redirection.status);
  });
});

describe("what waits for an answer", () => {
  test("is listed for those who answer, and counted but for whoever proposed", async () => {
    const lone = await twoThemes("SNAP1", "ITN4", "business-directorate");
    const dossier = await aFiled(lone);
    await setClock("2021-01-21T10:00:00+01:00");
    await proposed(lone, dossier, lone.both);
    expect(await countAwaited(lone.to.owner)).toBe(1);
    expect(await countAwaited(lone.both)).toBe(0);
    expect(await countAwaited(lone.to.instructor)).toBe(0);
    const { awaited } = await readRedirections(lone.to.owner);
    expect(awaited).toMatchObject([{ number: dossier.number, fromTheme: "SNAP1", own: false }]);
    const { sent } = await readRedirections(lone.from.owner);
    expect(sent[0]).toMatchObject({ number: dossier.number, status: "proposed", inSight: true });
    // A theme that neither proposes nor is asked.
    expect(await readRedirections(lone.to.outsider)).toMatchObject({ awaited: [], sent: [] });
  });

  test("one that its carrier gives up once taken says so", async () => {
    const { id, number } = await aRedirected(themes);
    await withdrawDossier(themes.from.carrier, { number, reason: "Projet abandonné." });
    expect((await dossierNow(id)).status).toBe("withdrawn");
    const { sent } = await readRedirections(themes.from.owner);
    expect(sent.find((each) => each.number === number)).toMatchObject({
      status: "accepted",
      givenUp: true,
      inSight: false,
    });
  });

  test("those sent are read by page, the last first, each once", async () => {
    const busy = await twoThemes("SNAP1", "SNAP5");
    const { id, number } = await aFiled(busy);
    for (let rank = 0; rank < 27; rank += 1) {
      await proposed(busy, { id, number });
      await withdrawRedirection(busy.from.owner, { number });
    }
    const first = await readRedirections(busy.from.owner);
    const second = await readRedirections(busy.from.owner, first.next);
    const ids = [...first.sent, ...second.sent].map((each) => each.id);
    expect(first.sent).toHaveLength(25);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(27);
  });
});
