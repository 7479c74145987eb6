import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SAMPLES } from "@/domain/themes/samples";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { readDraft } from "@/features/dossiers/draft";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { readAdmission } from "@/features/instruction/queries/admission";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readChain } from "@/server/audit";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { answerNow, dossierNow, moved } from "../returns/world";
import {
  accept,
  aProposal,
  aRedirected,
  noticesOf,
  type TwoThemes,
  twoThemes,
  WORDS,
} from "./world";

const db = await testDatabase();
const DAY = "2021-01-20T10:00:00+01:00";
let themes: TwoThemes;

beforeAll(async () => {
  await setClock("2021-01-19T10:00:00+01:00");
  themes = await twoThemes("SNAP1", "ITN2", "business-directorate");
});
beforeEach(() => setClock(DAY));

describe("accepting", () => {
  test("moves the dossier under the other theme, and nothing else of it", async () => {
    const proposal = await aProposal(themes);
    const { id, number } = proposal;
    const before = await dossierNow(id);
    await db.dossier.update({
      where: { id },
      data: {
        assigneeId: themes.from.instructor.agentId,
        directorOpinion: "Favorable.",
        directorOpinionAt: new Date(DAY),
      },
    });
    await accept(themes, proposal);
    const after = await dossierNow(id);
    expect(after).toMatchObject({
      number,
      projectId: before.projectId,
      carrierId: before.carrierId,
      ministryId: before.ministryId,
      title: before.title,
      filedAt: before.filedAt,
      themeCode: "ITN2",
      callId: themes.to.call.id,
      roundId: null,
      status: "redirected",
      version: before.version + 1,
      presentation: before.presentation + 1,
      assigneeId: null,
      directorOpinion: null,
      directorOpinionAt: null,
    });
    expect(after.notifiedAt).not.toBeNull();
    expect(
      await db.redirection.findUniqueOrThrow({ where: { id: proposal.redirection } }),
    ).toMatchObject({
      status: "accepted",
      answeredById: themes.to.owner.agentId,
      confirmedAt: null,
    });
    const { lines, brokenAt } = await readChain(`dossier:${id}`);
    expect(brokenAt).toBeNull();
    expect(lines.at(-1)).toMatchObject({
      action: "redirect",
      actorId: themes.to.owner.agentId,
      facts: { from: "filed", to: "redirected", fromTheme: "SNAP1", toTheme: "ITN2" },
    });
  });

  test("computes the grant again under the new rules; no envelope moves", async () => {
    const envelopes = () => db.envelope.findMany({ orderBy: { id: "asc" } });
    const [before, ledger] = [await envelopes(), await db.ledgerEntry.count()];
    const { id } = await aRedirected(themes);
    const { total, base, computedGrant, requestedGrant } = await dossierNow(id);
    // ITN2 pays half of the whole cost (Livret l.103), where SNAP1 paid all of it.
    expect(base).toBe(total);
    expect(computedGrant).toBe((total ?? 0n) / 2n);
    expect(requestedGrant).toBe(computedGrant);
    expect(await envelopes()).toEqual(before);
    expect(await db.ledgerEntry.count()).toBe(ledger);
  });

  test("carries the answers both forms ask, the plan and the team; asks the commitments anew", async () => {
    const { id, number } = await aRedirected(themes);
    const state = await readDraft(id);
    const { typed = {}, lines } = SAMPLES.SNAP1;
    expect(state.form.theme).toBe("ITN2");
    expect(state.answers.summary?.value).toBe(typed.summary);
    expect(state.answers.projectLead?.value).toBe(typed.projectLead);
    expect(state.lines).toHaveLength(lines.length);
    expect(state.accepted).toEqual([]);
    expect(state.team).toEqual([themes.from.carrier.agentId]);
    // What the new form does not ask stays where it was typed, out of the new content.
    expect(await answerNow(id, "sharing")).not.toBeNull();
    const { evaluation, header } = await openDossier(themes.from.carrier, number);
    expect(header).toMatchObject({ status: { label: "Réorienté" }, theme: { code: "ITN2" } });
    expect(evaluation.missing.map(({ path }) => path)).toContain("stakes");
  });

  test("tells the team why, the DNUM what is asked of it, and whoever proposed", async () => {
    const { id } = await aRedirected(themes);
    expect(await noticesOf(id, "dossier-redirected")).toMatchObject([
      { recipientId: themes.from.carrier.agentId, payload: { reason: WORDS.carrierReason } },
    ]);
    expect(await noticesOf(id, "dossier-redirected-dnum")).toMatchObject([
      { recipientId: themes.from.dnum.agentId, payload: { from: "SNAP1", visa: "none" } },
    ]);
    expect(await noticesOf(id, "redirection-answered")).toMatchObject([
      { recipientId: themes.from.instructor.agentId, payload: { answer: "accepted" } },
    ]);
    expect(await noticesOf(id, "redirection-proposed")).toEqual([]);
  });

  test("ends what the former theme had under way", async () => {
    const proposal = await aProposal(themes);
    const { id } = proposal;
    await moved(id, "heard");
    const { juror, second, owner } = themes.from;
    await db.jurorAssignment.createMany({
      data: [
        { dossierId: id, jurorId: juror.agentId, assignedById: owner.agentId },
        {
          ...{ dossierId: id, jurorId: second.agentId, assignedById: owner.agentId },
          ...{ status: "recused", ground: "same-ministry", endedAt: new Date(DAY) },
        },
      ],
    });
    const expert = await anActor(null);
    await db.expertOpinion.create({
      data: {
        dossierId: id,
        question: "Les débits sont-ils tenables ?",
        address: "experte@exemple.gouv.fr",
        dueOn: new Date("2021-02-01"),
        tokenHash: id,
        status: "accepted",
        expertId: expert.agentId,
        requestedById: owner.agentId,
      },
    });
    await db.dossierLabel.create({
      data: { dossierId: id, name: "à rapprocher", agentId: owner.agentId },
    });
    const session = (openedAt: Date | null) =>
      db.jurySession.create({
        data: {
          ...{ themeCode: "SNAP1", callId: themes.from.call.id, label: "Séance SNAP1" },
          ...{ heldOn: new Date("2021-02-01"), convenedAt: new Date(DAY), openedAt },
          endedAt: openedAt,
          items: {
            create: { dossierId: id, position: 1, slotAt: new Date("2021-02-01T10:00:00Z") },
          },
        },
      });
    const [coming, held] = [await session(null), await session(new Date(DAY))];
    await accept(themes, proposal);
    expect(
      await db.jurorAssignment.findMany({ where: { dossierId: id }, orderBy: { status: "asc" } }),
    ).toMatchObject([
      { status: "ended", formerTheme: "SNAP1" },
      { status: "recused", formerTheme: "SNAP1" },
    ]);
    expect(await db.expertOpinion.findMany({ where: { dossierId: id } })).toMatchObject([
      { status: "revoked", formerTheme: "SNAP1" },
    ]);
    expect(await noticesOf(id, "opinion-revoked")).toHaveLength(1);
    expect(await noticesOf(id, "hearing-cancelled")).toMatchObject([
      { recipientId: themes.from.carrier.agentId },
    ]);
    expect(await db.dossierLabel.count({ where: { dossierId: id } })).toBe(0);
    expect(await db.sessionItem.findMany({ where: { dossierId: id } })).toMatchObject([
      { sessionId: held.id, formerTheme: "SNAP1" },
    ]);
    expect((await readChain(`dossier:${id}`)).lines.at(-1)).toMatchObject({
      action: "leave-session",
      facts: { sessionId: coming.id },
    });
  });

  test("holds after the call has closed: the date of the proposal counts", async () => {
    const proposal = await aProposal(themes);
    await setClock("2021-02-01T00:00:01+01:00");
    await accept(themes, proposal);
    const { evaluation } = await openDossier(themes.from.carrier, proposal.number);
    expect(evaluation.missing.filter(({ kind }) => kind === "calendar")).toEqual([]);
  });

  test("waits for the end of the sitting that examines the dossier", async () => {
    const proposal = await aProposal(themes);
    await db.jurySession.create({
      data: {
        ...{ themeCode: "SNAP1", callId: themes.from.call.id, label: "Séance" },
        ...{ heldOn: new Date("2021-01-20"), convenedAt: new Date(DAY), openedAt: new Date(DAY) },
        items: { create: { dossierId: proposal.id, position: 1, state: "current" } },
      },
    });
    await expect(accept(themes, proposal)).rejects.toThrow(/séance ouverte/);
    expect((await dossierNow(proposal.id)).themeCode).toBe("SNAP1");
  });
});

describe("under the new theme", () => {
  test("the former admissibility is nobody's: it is judged again", async () => {
    const proposal = await aProposal(themes);
    await accept(themes, proposal);
    const page = await readDossierPage(themes.to.owner, proposal.number);
    expect(await readAdmission(page)).toBeNull();
    expect(page).toMatchObject({
      next: { who: "le porteur", action: null },
      jurors: { assigned: 0, recused: 0 },
      session: null,
      opinions: { awaited: 0, given: 0 },
    });
    await expect(readDossierPage(themes.from.owner, proposal.number)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("the carrier writes every step of the new form, and no question of the former", async () => {
    const { number } = await aRedirected(themes);
    const save = (field: string, value: string) =>
      saveAnswers(themes.from.carrier, { number, answers: [{ field, value, baseRevision: 0 }] });
    expect((await save("stakes", "Des acteurs séparés.")).answers).toMatchObject([
      { status: "saved", revision: 1 },
    ]);
    await expect(save("sharing", "Autre chose.")).rejects.toMatchObject({ code: "invalid-input" });
  });
});
