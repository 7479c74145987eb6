import { beforeAll, describe, expect, test } from "vitest";
import { checklist } from "@/domain/evaluation/admissibility";
import { itn3 } from "@/domain/themes/itn3/theme";
import { admitDossier, setAsideDossier } from "@/features/instruction/commands/admissibility";
import { recordHearing } from "@/features/instruction/commands/record-hearing";
import { actionsOf, aReviewedDossier, dossierNow, type Room, theRoom } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  room = await theRoom();
});

const points = checklist(itn3, []).map(({ key }) => key);
const all = (answer: string) => Object.fromEntries(points.map((key) => [key, answer]));
const aside = (number: string) => ({
  number,
  motive: "not-detailed" as const,
  explanation: "Le budget n’est pas détaillé.",
});

describe("admissible", () => {
  test("the instructor declares it, every point settled, and the line keeps the answers", async () => {
    const { number, id } = await aReviewedDossier(room);
    await admitDossier(room.instructor, { number, answers: all("yes"), reason: "" });
    expect((await dossierNow(number)).status).toBe("admissible");
    const line = await db.auditLine.findFirstOrThrow({ where: { chain: `dossier:${id}` } });
    expect(line).toMatchObject({ action: "admit", actorId: room.instructor.agentId });
    expect(line.facts).toMatchObject({ from: "filed", to: "admissible", checks: all("yes") });
  });

  test("a point left to check, and a point not met without reason, are refused beside the point", async () => {
    const { number } = await aReviewedDossier(room);
    const answers = { ...all("yes"), detail: "to-check" };
    await expect(admitDossier(room.owner, { number, answers, reason: "" })).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "point.detail" }],
    });
    const notMet = { ...all("yes"), detail: "no" };
    await expect(
      admitDossier(room.owner, { number, answers: notMet, reason: "" }),
    ).rejects.toMatchObject({ fields: [{ path: "reason" }] });
    expect((await dossierNow(number)).status).toBe("filed");
    await admitDossier(room.owner, { number, answers: notMet, reason: "Complété par téléphone." });
    expect((await dossierNow(number)).status).toBe("admissible");
  });

  test.each(["secretary", "chair"] as const)("the %s does not assess", async (who) => {
    const { number } = await aReviewedDossier(room);
    await expect(
      admitDossier(room[who], { number, answers: all("yes"), reason: "" }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  test.each(["outsider", "carrier", "juror", "dnum", "auditor"] as const)(
    "out of sight for %s",
    async (who) => {
      const { number } = await aReviewedDossier(room);
      await expect(
        admitDossier(room[who], { number, answers: all("yes"), reason: "" }),
      ).rejects.toMatchObject({ code: "not-found" });
      await expect(setAsideDossier(room[who], aside(number))).rejects.toMatchObject({
        code: "not-found",
      });
    },
  );

  test("a dossier of one's own team is out of sight in this room", async () => {
    const { number, id } = await aReviewedDossier(room);
    await db.dossierMember.create({
      data: { dossierId: id, agentId: room.owner.agentId, access: "read" },
    });
    await expect(
      admitDossier(room.owner, { number, answers: all("yes"), reason: "" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("set aside", () => {
  test("the carrier is told at once, with the text written for them", async () => {
    const { number, id } = await aReviewedDossier(room);
    await setAsideDossier(room.owner, aside(number));
    const dossier = await dossierNow(number);
    expect(dossier).toMatchObject({
      status: "set-aside",
      setAsideMotive: "Le budget n’est pas détaillé.",
    });
    expect(dossier.notifiedAt).not.toBeNull();
    const mails = await db.notification.findMany({ where: { dossierId: id } });
    expect(mails).toMatchObject([{ kind: "dossier-set-aside", recipientId: room.carrier.agentId }]);
    expect(await actionsOf(id)).toEqual(["set-aside"]);
  });

  test("of twenty people who declare and set aside at once, one wins", async () => {
    const { number, id } = await aReviewedDossier(room);
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        index % 2
          ? setAsideDossier(room.owner, aside(number))
          : admitDossier(room.instructor, { number, answers: all("yes"), reason: "" }),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await actionsOf(id)).toHaveLength(1);
    const { status, setAsideMotive } = await dossierNow(number);
    expect(setAsideMotive !== null).toBe(status === "set-aside");
  });
});

describe("hearing", () => {
  test("is recorded with its day, between the filing and today", async () => {
    const { number, id } = await aReviewedDossier(room, { status: "under-review" });
    for (const heardOn of ["2021-01-09", "2021-01-21"] as const) {
      await expect(recordHearing(room.secretary, { number, heardOn })).rejects.toMatchObject({
        code: "invalid-input",
        fields: [{ path: "heardOn" }],
      });
    }
    await recordHearing(room.secretary, { number, heardOn: "2021-01-18" });
    expect((await dossierNow(number)).status).toBe("heard");
    expect(await actionsOf(id)).toEqual(["hear"]);
  });

  test("a theme without hearing has none", async () => {
    const itn6 = await theRoom("ITN6");
    const { number } = await aReviewedDossier(itn6, { status: "admissible" });
    await expect(
      recordHearing(itn6.owner, { number, heardOn: "2021-01-18" }),
    ).rejects.toMatchObject({ code: "incomplete" });
  });
});
