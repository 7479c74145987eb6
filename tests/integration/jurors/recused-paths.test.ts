import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { knownFiles } from "@/features/files/queries/readable-file";
import { confirmDecision } from "@/features/instruction/commands/confirm-decision";
import { imposeRecusal } from "@/features/instruction/commands/jurors";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { readDecisionFacts } from "@/features/instruction/queries/decision";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { reviseScore } from "@/features/jury/commands/revise-score";
import { abstain, handInSheet, saveSheet } from "@/features/jury/commands/sheets";
import { readMyDossiers } from "@/features/jury/queries/my-dossiers";
import { readMySheet } from "@/features/jury/queries/my-sheet";
import { readMyNotices } from "@/features/notifications/queries/my-notices";
import { readJuryOpinions } from "@/features/opinions/queries/dossier-opinions";
import { inTransaction } from "@/server/database/client";
import { deliverNext } from "@/server/mail/deliver";
import type { OutgoingMail } from "@/server/mail/smtp";
import { notify } from "@/server/notifications";
import { visibleDossiers, visibleSheets } from "@/server/visibility";
import { aReviewedDossier, type Room, seated, theRoom } from "../../fixtures/jury";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
/** A juror who holds every role of the instruction too. */
let juror: Actor;
let dossier: Awaited<ReturnType<typeof aReviewedDossier>>;

const told = () =>
  inTransaction((tx) =>
    notify(tx, [
      {
        kind: "juror-assigned",
        recipientId: juror.agentId,
        dossierId: dossier.id,
        payload: { number: dossier.number },
      },
    ]),
  );

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  room = await theRoom();
  juror = await seated(
    await anActor(
      room.other,
      { role: "juror" },
      { role: "secretary", theme: "ITN3" },
      { role: "auditor" },
    ),
  );
  dossier = await aReviewedDossier(room, { status: "scored" }, [juror, room.second]);
  await told();
  expect(await readMyDossiers(juror)).toHaveLength(1);
  const { id: assignment } = await db.jurorAssignment.findFirstOrThrow({
    where: { dossierId: dossier.id, jurorId: juror.agentId },
  });
  await imposeRecusal(room.chair, {
    number: dossier.number,
    assignment,
    reason: "A conseillé le porteur.",
  });
});

test("sees the dossier in no room, whatever other role they hold", async () => {
  for (const as of ["juror", "instruction", "auditor", "expert", "carrier", "ministry"] as const) {
    const where = { AND: [{ id: dossier.id }, visibleDossiers(juror, as)] };
    expect(await db.dossier.count({ where }), as).toBe(0);
  }
});

test("finds it in none of their lists, and its sheet and files nowhere", async () => {
  const { number } = dossier;
  expect(await readMyDossiers(juror)).toEqual([]);
  expect(await readJuryOpinions(juror, dossier.id)).toEqual([]);
  const sheets = { AND: [visibleSheets(juror), { assignment: { dossierId: dossier.id } }] };
  expect(await db.scoreSheet.count({ where: sheets })).toBe(0);
  for (const reading of [
    () => readMySheet(juror, number),
    () => readDossierPage(juror, number),
    () => knownFiles(juror, number),
  ]) {
    await expect(reading()).rejects.toMatchObject({ code: "not-found" });
  }
});

test("writes nothing on it", async () => {
  const { number } = dossier;
  for (const writing of [
    () => saveSheet(juror, { number, baseRevision: 0, scores: [], privateNotes: "" }),
    () => handInSheet(juror, { number, revision: 0 }),
    () => abstain(juror, { number, reason: "Trop tard." }),
    () => reviseScore(juror, { number, criterion: "team", revision: 0, value: 3, reason: "Non." }),
  ]) {
    await expect(writing()).rejects.toMatchObject({ code: "not-found" });
  }
});

test("reads no line of it among their notices, and no mail leaves, not even one told later", async () => {
  await told();
  expect(await readMyNotices(juror)).toMatchObject({ notices: [], unread: 0, total: 0 });
  const sent: OutgoingMail[] = [];
  while (await deliverNext(async (mail) => void sent.push(mail)));
  expect(sent.filter(({ to }) => to.address === juror.email)).toEqual([]);
});

test("is named in the decision, on its page and in the line of its confirmation", async () => {
  const { number } = dossier;
  const facts = await readDecisionFacts(await readDossierPage(room.owner, number));
  expect(facts.steppedAside).toMatchObject([
    { jurorId: juror.agentId, status: "recused", reason: "A conseillé le porteur." },
  ]);
  const { id: decision } = await proposeDecision(room.owner, {
    number,
    outcome: "refused",
    amount: "",
    motiveCode: "not-mature",
    motive: "Trop tôt.",
    strengths: "",
    weaknesses: "",
  });
  await confirmDecision(room.chair, { number, decision });
  const line = await db.auditLine.findFirstOrThrow({
    where: { chain: `dossier:${dossier.id}`, action: "decision-refused" },
  });
  // What a person wrote stays in the line of the recusal.
  expect(line.facts).toMatchObject({
    recusals: [{ jurorId: juror.agentId, status: "recused", ground: null }],
  });
});
