import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { setShare } from "@/features/sittings/commands/set-share";
import { readSession } from "@/features/sittings/queries/session";
import { commitAward, envelopesOf } from "@/server/envelopes";
import { anEntrustedDossier, type Jury, theJury } from "../../fixtures/sitting";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let jury: Jury;
let session: string;
let dossierId: string;

beforeAll(async () => {
  await setClock("2021-02-10T10:00:00+01:00");
});
beforeEach(async () => {
  jury = await theJury();
  const dossier = await anEntrustedDossier(jury, [jury.juror]);
  ({ session, id: dossierId } = dossier);
});

const set = (share: string, actor = jury.owner) =>
  setShare(actor, { session, share, reason: "Partage décidé." });
const labels = async () => (await envelopesOf({ id: dossierId })).map(({ label }) => label);

describe("the share of a sitting", () => {
  test("is taken from its call's envelope: its dossiers draw on it first", async () => {
    await set("500 000");
    expect(await labels()).toEqual([
      expect.stringContaining("Part de la séance"),
      "Enveloppe ITN3",
    ]);
    expect((await readSession(jury.owner, session)).share).toBe(euros(500_000));
    await set("600 000");
    expect((await readSession(jury.chair, session)).share).toBe(euros(600_000));
    expect(await db.envelope.count({ where: { sessions: { some: { id: session } } } })).toBe(1);
    await set("");
    expect(await labels()).toEqual(["Enveloppe ITN3"]);
    const lines = await db.auditLine.findMany({ where: { chain: `session:${session}` } });
    expect(lines.map(({ action }) => action)).toContain("set-session-share");
  });

  test("goes neither above the envelope it is taken from, nor below what it has committed", async () => {
    await expect(set("12 000 000,01")).rejects.toMatchObject({ fields: [{ path: "share" }] });
    await set("12 000 000");
    const { id: decisionId } = await db.decision.create({
      data: {
        dossierId,
        outcome: "refused",
        motive: "Essai",
        computedGrant: 0n,
        proposedById: jury.owner.agentId,
      },
    });
    const { envelopeId } = await db.jurySession.findUniqueOrThrow({ where: { id: session } });
    const award = { decisionId, envelopeId: envelopeId ?? "", amount: euros(300_000) };
    await db.$transaction((tx) => commitAward(tx, award));
    await set("300 000");
    await expect(set("299 999,99")).rejects.toMatchObject({ code: "invalid-input" });
    await expect(set("")).rejects.toMatchObject({ code: "invalid-input" });
    expect((await readSession(jury.owner, session)).share).toBe(euros(300_000));
  });

  test.each(["secretary", "chair", "instructor"] as const)("is not set by %s", async (who) => {
    await expect(set("1", jury[who])).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("is told to nobody who does not examine the theme", async () => {
    await set("500 000");
    const read = await readSession(jury.juror, session);
    expect(read).toMatchObject({ share: null, ranked: null, me: { setsShare: false } });
    await expect(set("1", jury.outsider)).rejects.toMatchObject({ code: "not-found" });
  });
});
