import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checklist } from "@/domain/evaluation/admissibility";
import { THEMES } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";
import type { CarrierKind, ThemeCode } from "@/domain/themes/types";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { refileDossier } from "@/features/dossiers/commands/refile-dossier";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { setCommitments } from "@/features/dossiers/commands/set-commitment";
import { readFiledDossier } from "@/features/dossiers/queries/filed-dossier";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { admitDossier } from "@/features/instruction/commands/admissibility";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { acceptRedirection } from "@/features/redirections/commands/accept-redirection";
import { readOwnRedirection } from "@/features/redirections/queries/own";
import { giveVisa } from "@/features/visas/commands/give-visa";
import { informDnum } from "@/features/visas/commands/inform-dnum";
import { readFiledDossier as readContent, simulateFiled } from "@/server/filed-dossier";
import { actionsOf } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aFilledDraft, theForm } from "../dossiers/filled-draft";
import { dossierNow, filingsOf, overRevision, refiled, theReturn } from "../returns/world";
import { atOnce } from "../visas/world";
import { aRedirected, noticesOf, proposed, type TwoThemes, twoThemes } from "./world";

const db = await testDatabase();
const DAY = "2021-01-20T10:00:00+01:00";

beforeAll(() => setClock("2021-01-19T10:00:00+01:00"));
beforeEach(() => setClock(DAY));

async function themesOf(from: ThemeCode, to: ThemeCode, kind?: CarrierKind) {
  await setClock("2021-01-19T10:00:00+01:00");
  const themes = await twoThemes(from, to, kind);
  await setClock(DAY);
  return themes;
}

/** The carrier writes what the new form asks: its sample, over what was carried. */
async function completed(themes: TwoThemes, dossier: { id: string; number: string }) {
  const { carrier } = themes.from;
  const theme = themes.to.call.themeCode as ThemeCode;
  const { typed = {}, lines } = SAMPLES[theme];
  const { number, id } = dossier;
  const answers = await Promise.all(
    Object.entries(typed)
      .filter(([field]) => field !== "title" && field !== "callKind")
      .map(([field, value]) => overRevision(id, field, value)),
  );
  await saveAnswers(carrier, { number, answers });
  const { planRevision } = await dossierNow(id);
  await savePlan(carrier, { number, baseRevision: planRevision, lines });
  await setCommitments(carrier, {
    number,
    accepted: THEMES[theme].commitments.map(({ key }) => key),
  });
}

describe("the carrier confirms", () => {
  test("a dossier completed under its new theme: one more filing, the same number, its money computed there", async () => {
    const themes = await themesOf("SNAP1", "ITN2", "business-directorate");
    const dossier = await aRedirected(themes);
    const { id, number } = dossier;
    const { carrier } = themes.from;
    // Nothing is confirmed before what is asked is there.
    await expect(refiled(carrier, dossier, "confirmRedirection")).rejects.toMatchObject({
      code: "incomplete",
    });
    expect(await readOwnRedirection(carrier, number)).toMatchObject({ confirmedAt: null });
    await completed(themes, dossier);
    const receipt = await refiled(carrier, dossier, "confirmRedirection");
    expect(receipt.number).toBe(number);
    const after = await dossierNow(id);
    expect(after).toMatchObject({ status: "filed", themeCode: "ITN2", presentation: 2 });
    expect(after.filedAt).toEqual(dossier.filedAt);
    expect(after.computedGrant).toBe((after.base ?? 0n) / 2n);
    const filings = await filingsOf(id);
    expect(filings).toHaveLength(2);
    expect(filings).toMatchObject([
      { content: { theme: "SNAP1" } },
      { content: { theme: "ITN2", act: "confirmRedirection", number } },
    ]);
    expect(await db.redirection.findFirstOrThrow({ where: { dossierId: id } })).toMatchObject({
      status: "confirmed",
    });
    expect(await noticesOf(id, "dossier-came-back")).toMatchObject([
      { recipientId: themes.to.owner.agentId, payload: { act: "confirmRedirection" } },
    ]);
    expect(await readFiledDossier(carrier, number)).toMatchObject({
      act: "confirmRedirection",
      fingerprint: receipt.fingerprint,
    });
    expect((await actionsOf(id)).slice(-1)).toEqual(["confirm-redirection"]);
    // Each filing is read under its own rules.
    expect((await readContent(id, db, { version: filings[0]?.version ?? 0 }))?.theme.code).toBe(
      "SNAP1",
    );
    // « Ce qui change » stays readable, with the day it was confirmed.
    expect((await readOwnRedirection(carrier, number)).confirmedAt).not.toBeNull();
  });

  test("once, whoever sends it twice", async () => {
    const themes = await themesOf("SNAP1", "ITN2", "business-directorate");
    const dossier = await aRedirected(themes);
    await completed(themes, dossier);
    const form = await theReturn(dossier, "confirmRedirection");
    const { carrier } = themes.from;
    expect(await atOnce([refileDossier(carrier, form), refileDossier(carrier, form)])).toEqual({
      held: 2,
      refusals: [],
    });
    expect(await filingsOf(dossier.id)).toHaveLength(2);
  });

  test("the new theme then examines it as one of its own", async () => {
    const themes = await themesOf("SNAP1", "ITN2", "business-directorate");
    const dossier = await aRedirected(themes);
    const { number, id } = dossier;
    await completed(themes, dossier);
    await refiled(themes.from.carrier, dossier, "confirmRedirection");
    const { owner } = themes.to;
    expect((await readDossierPage(owner, number)).next).toMatchObject({
      what: "vérifier la recevabilité",
    });
    const simulation = await simulateFiled(id);
    expect(simulation?.theme).toBe("ITN2");
    const points = checklist(THEMES.ITN2, simulation?.findings ?? []);
    await admitDossier(owner, {
      number,
      answers: Object.fromEntries(points.map(({ key }) => [key, "yes"])),
      reason: "",
    });
    expect((await dossierNow(id)).status).toBe("admissible");
  });
});

describe("the visa of the DNUM", () => {
  test("given for the former theme, it is asked anew where the new one needs it", async () => {
    // An operator files SNAP1 with its DNUM (Livret l.638); SNAP2A asks to inform it (Livret l.676).
    const themes = await themesOf("SNAP1", "SNAP2A", "state-operator");
    const { carrier, dnum } = themes.from;
    const draft = await aFilledDraft(carrier, "SNAP1");
    const { id, number } = draft;
    await saveAnswers(carrier, {
      number,
      answers: [await overRevision(id, "riePartnerNetworkSince", "03/09/2018")],
    });
    await informDnum(carrier, { number, message: "" });
    await giveVisa(dnum, { number, answer: "endorsement", reason: "" });
    await fileDossier(carrier, await theForm(draft));
    const { id: redirection } = await proposed(themes, draft);
    await acceptRedirection(themes.to.owner, { number, redirection });
    expect(await db.visa.count({ where: { dossierId: id } })).toBe(0);
    expect(await noticesOf(id, "dossier-redirected-dnum")).toMatchObject([
      { recipientId: dnum.agentId, payload: { visa: "asked" } },
    ]);
    const { evaluation } = await openDossier(carrier, number);
    expect(evaluation.missing.map(({ kind }) => kind)).toContain("other-party");
    await informDnum(carrier, { number, message: "Le dossier change de thème." });
    expect(await db.visa.findMany({ where: { dossierId: id } })).toMatchObject([
      { requirement: "information", status: "awaited" },
    ]);
    // What it was stays with the filing it was given for.
    expect(await filingsOf(id)).toMatchObject([{ content: { visa: { status: "endorsement" } } }]);
  });
});

describe("the call it goes to", () => {
  test("a monthly jury: that of the day its carrier confirms", async () => {
    const themes = await themesOf("SNAP1", "SNAP2A", "business-directorate");
    await db.call.update({ where: { id: themes.to.call.id }, data: { monthlyRounds: true } });
    const dossier = await aRedirected(themes);
    const { carrier } = themes.from;
    await completed(themes, dossier);
    await informDnum(carrier, { number: dossier.number, message: "" });
    await setClock("2021-02-14T23:00:00+01:00");
    await refiled(carrier, dossier, "confirmRedirection");
    const { roundId } = await dossierNow(dossier.id);
    expect(await db.round.findUniqueOrThrow({ where: { id: roundId ?? "" } })).toMatchObject({
      month: "2021-02",
      callId: themes.to.call.id,
    });
  });

  test("where the form asks which call one files to, the proposal has answered", async () => {
    const themes = await themesOf("SNAP1", "ITN5", "business-directorate");
    const { carrier } = themes.from;
    const dossier = await aRedirected(themes);
    const { state } = await openDossier(carrier, dossier.number);
    expect(state.answers.callKind?.value).toBe(themes.to.call.kind);
    expect(state.editing.parts.has("callKind")).toBe(false);
  });
});
