import { expect, test } from "vitest";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { callItem, finishItem, hearItem } from "@/features/sittings/commands/examine-item";
import { endSitting } from "@/features/sittings/commands/hold-sitting";
import { recordConsensus } from "@/features/sittings/commands/record-consensus";
import { saveDeliberation } from "@/features/sittings/commands/save-deliberation";
import { saveRemarks, signMinutes } from "@/features/sittings/commands/sign-minutes";
import { castBallot, closeVote } from "@/features/sittings/commands/votes";
import { minutesPdf } from "@/features/sittings/paper";
import { readMinutes, readSealedMinutes } from "@/features/sittings/queries/minutes";
import { verify } from "@/features/verification/verify";
import { verifyAuditChains } from "@/server/jobs/verify-audit";
import { testDatabase } from "../database";
import { aSitting, scoredAndClosed } from "./sitting";

const db = await testDatabase();

/** A sitting that examined one dossier to its decision, lost its quorum once, and adjourned the other. */
async function anEndedSitting() {
  const sitting = await aSitting();
  const { jury, session, first, comes, leaves, aVote } = sitting;
  const { number } = first;
  await comes(jury.secretary);
  await callItem(jury.secretary, { session, number });
  await hearItem(jury.secretary, { session, number });
  await scoredAndClosed(jury, number, [jury.juror, jury.second, jury.third]);
  await recordConsensus(jury.secretary, {
    session,
    number,
    criterion: "team",
    value: 5,
    reason: "Canari du consensus",
  });
  await saveDeliberation(jury.secretary, {
    session,
    number,
    baseRevision: 0,
    text: "Canari de la délibération.",
  });
  await leaves(jury.second);
  await comes(jury.third);
  await leaves(jury.third);
  await comes(jury.second);
  const secret = await aVote(number, "oui");
  for (const who of [jury.chair, jury.juror, jury.second]) {
    await castBallot(who, { ...secret, choice: "in-favour" });
  }
  await closeVote(jury.chair, secret);
  await proposeDecision(jury.secretary, {
    number,
    session,
    outcome: "accepted",
    amount: "250 000",
    motiveCode: "meets-criteria",
    motive: "Canari du motif",
    strengths: "",
    weaknesses: "",
  });
  await finishItem(jury.secretary, { session, number, as: "done" });
  await endSitting(jury.secretary, { session });
  return sitting;
}

const textOf = (blocks: readonly object[]) => JSON.stringify(blocks);

test("minutes say what happened: attendance with hours, recusals without grounds, votes, consensus, decision", async () => {
  const { jury, session, first } = await anEndedSitting();
  const { blocks } = await readMinutes(jury.secretary, session);
  const text = textOf(blocks);
  for (const said of [
    first.number,
    "Canari de la délibération.",
    "Canari du consensus",
    "Canari du motif",
    "250\u202F000,00\u00A0€",
    "Vote secret, clos à",
    "Adopté\u00A0: 3 pour, 0 contre, 0 abstention.",
    "Quorum",
    "Non atteint de",
    "Ce dossier n’a pas été examiné\u00A0: il passe à une autre séance.",
  ]) {
    expect(text).toContain(said);
  }
  const { givenName, usualName } = jury.conflicted;
  expect(text).toContain(`"label":"Déports","value":"${givenName} ${usualName}"`);
  expect(text).not.toMatch(/same-ministry|même ministère/);
});

test("a new presentation proposed in the sitting is there with what it must answer; a dossier put off is said so", async () => {
  const { jury, session, first, second } = await aSitting();
  const { number } = first;
  await callItem(jury.secretary, { session, number });
  await hearItem(jury.secretary, { session, number });
  await scoredAndClosed(jury, number, [jury.juror, jury.second, jury.third]);
  await proposeDecision(jury.secretary, {
    number,
    session,
    outcome: "to-be-presented-again",
    motiveCode: "not-mature",
    motive: "Pas encore mûr.",
    strengths: "",
    weaknesses: "",
    expectations: [
      { position: 1, body: "Canari d’une attente.", target: null },
      { position: 2, body: "Une autre.", target: "step:plan-de-financement" },
    ],
  });
  await finishItem(jury.secretary, { session, number, as: "done" });
  await callItem(jury.secretary, { session, number: second.number });
  await finishItem(jury.secretary, { session, number: second.number, as: "adjourned" });
  await endSitting(jury.secretary, { session });
  const text = textOf((await readMinutes(jury.secretary, session)).blocks);
  expect(text).toContain('"items":["1. Canari d’une attente.","2. Une autre."]');
  expect(text).toContain("Le jury ajourne ce dossier à une autre séance.");
  expect(textOf((await readMinutes(jury.conflicted, session)).blocks)).not.toContain("Canari");
});

test("each reads the minutes without the dossiers they take no part in; others find nothing", async () => {
  const { jury, session, first } = await anEndedSitting();
  const recused = textOf((await readMinutes(jury.conflicted, session)).blocks);
  expect(recused).toContain("1. Déport");
  for (const secret of [first.number, first.title, "Canari", "250\u202F000"]) {
    expect(recused).not.toContain(secret);
  }
  expect(textOf((await readMinutes(jury.fourth, session)).blocks)).not.toContain("Canari");
  for (const who of ["owner", "instructor", "juror", "auditor"] as const) {
    expect(textOf((await readMinutes(jury[who], session)).blocks)).toContain("Canari du motif");
  }
  for (const who of ["carrier", "outsider", "dnum"] as const) {
    await expect(readMinutes(jury[who], session)).rejects.toMatchObject({ code: "not-found" });
  }
});

test("minutes are for an ended sitting", async () => {
  const { jury, session } = await aSitting();
  await expect(readMinutes(jury.secretary, session)).rejects.toMatchObject({ code: "not-found" });
  await expect(saveRemarks(jury.secretary, { session, remarks: "Trop tôt" })).rejects.toMatchObject(
    { code: "incomplete" },
  );
});

test("two people sign what they read; then the minutes are sealed, verified by anybody, and never change", async () => {
  const { jury, session } = await anEndedSitting();
  await expect(saveRemarks(jury.chair, { session, remarks: "Non" })).rejects.toMatchObject({
    code: "not-allowed",
  });
  const before = await readMinutes(jury.secretary, session);
  await saveRemarks(jury.secretary, { session, remarks: "Une panne de dix minutes à 15 h." });
  await expect(signMinutes(jury.secretary, { session, print: before.print })).rejects.toMatchObject(
    { code: "changed-meanwhile" },
  );
  const { print } = await readMinutes(jury.secretary, session);
  for (const who of ["juror", "owner", "outsider"] as const) {
    await expect(signMinutes(jury[who], { session, print })).rejects.toMatchObject({
      code: expect.stringMatching(/not-found|not-allowed/),
    });
  }
  expect(await signMinutes(jury.secretary, { session, print })).toEqual({ sealed: false });
  expect(await db.notification.count({ where: { kind: "minutes-to-sign" } })).toBe(1);
  for (const act of [
    () => signMinutes(jury.secretary, { session, print }),
    () => saveRemarks(jury.secretary, { session, remarks: "Après" }),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: "already-done" });
  }
  // Another secretary of the sitting does not sign in the place of the chair.
  await expect(signMinutes(jury.secondSecretary, { session, print })).rejects.toMatchObject({
    code: "already-done",
  });
  await expect(readSealedMinutes(jury.chair, session)).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(
    db.minutes.updateMany({ where: { sessionId: session }, data: { remarks: "Autre" } }),
  ).rejects.toThrow(/keep their words/);
  const read = await readMinutes(jury.chair, session);
  expect(read.print).toBe(print);
  const both = await Promise.allSettled([
    signMinutes(jury.chair, { session, print }),
    signMinutes(jury.chair, { session, print }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const sealed = await db.minutes.findUniqueOrThrow({ where: { sessionId: session } });
  expect(sealed.sealedAt).not.toBeNull();
  await expect(
    db.minutes.updateMany({ where: { sessionId: session }, data: { fingerprint: "0" } }),
  ).rejects.toThrow(/final/);
  const fingerprint = sealed.fingerprint ?? "";
  expect(await verify(fingerprint, "address:1")).toMatchObject({
    state: "authentic",
    kind: "minutes",
  });
  // The PDF says what the page says, whole, for those who may keep it.
  const file = await readSealedMinutes(jury.auditor, session);
  const page = await readMinutes(jury.auditor, session);
  expect(file.blocks).toEqual(page.blocks);
  expect(textOf(file.blocks)).toContain(fingerprint);
  expect(Buffer.from(minutesPdf(file)).toString("latin1")).toMatch(/pdfuaid:part>1</);
  for (const who of ["juror", "conflicted", "instructor", "carrier"] as const) {
    await expect(readSealedMinutes(jury[who], session)).rejects.toMatchObject({
      code: "not-found",
    });
  }
  expect((await verifyAuditChains()).broken).toEqual([]);
});

test("whoever takes no part in a dossier does not sign for the whole", async () => {
  const { jury, session, first } = await anEndedSitting();
  await db.jurorAssignment.create({
    data: {
      dossierId: first.id,
      jurorId: jury.chair.agentId,
      assignedById: jury.owner.agentId,
      status: "recused",
      ground: "Lien",
      endedAt: new Date(),
    },
  });
  const page = await readMinutes(jury.chair, session);
  expect(page).toMatchObject({
    signs: null,
    obstacle: expect.stringContaining("une autre personne"),
  });
  await expect(signMinutes(jury.chair, { session, print: page.print })).rejects.toMatchObject({
    code: "conflict-of-interest",
  });
});

test("a fingerprint tells authentic or not, and nothing else; a machine is stopped", async () => {
  const { first } = await aSitting();
  const filing = await db.filing.create({
    data: {
      dossierId: first.id,
      version: 1,
      idempotencyKey: crypto.randomUUID(),
      bodyHash: "x",
      content: { secret: "Canari" },
      fingerprint: "ab".repeat(32),
      agentId: first.projectId,
    },
  });
  const groups = filing.fingerprint.toUpperCase().match(/.{8}/g)?.join(" ") ?? "";
  const found = await verify(groups, "address:2");
  expect(found).toEqual({
    state: "authentic",
    kind: "receipt",
    at: filing.filedAt,
    fingerprint: filing.fingerprint,
  });
  expect(await verify("cd".repeat(32), "address:2")).toMatchObject({ state: "unknown" });
  expect(await verify("2021-000421", "address:2")).toEqual({ state: "not-a-fingerprint" });
  expect(await verify("  ", "address:2")).toEqual({ state: "nothing-asked" });
  for (let count = 0; count < 30; count += 1) await verify("cd".repeat(32), "address:3");
  expect(await verify("cd".repeat(32), "address:3")).toMatchObject({ state: "too-many" });
  expect(await verify("cd".repeat(32), "address:4")).toMatchObject({ state: "unknown" });
});
