import { beforeAll, describe, expect, test } from "vitest";
import { setFundOwner } from "@/features/administration/fund-owners/set-fund-owner";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { giveInstructionView } from "@/features/opinions/commands/give-view";
import { readInstructionViews } from "@/features/opinions/queries/instruction-views";
import { actionsOf, aReviewedDossier, dossierNow, type Room, theRoom } from "../../fixtures/jury";
import { anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
let people: Awaited<ReturnType<typeof thePeople>>;

/** The two administrations, one instructor each. */
async function thePeople() {
  const dinum = await anOrganisation({ kind: "central-administration", name: "DINUM" });
  const ditp = await anOrganisation({ kind: "central-administration", name: "DITP" });
  const administrator = await anActor(room.other, { role: "administrator" });
  for (const [owner, { siret }] of [
    ["DINUM", dinum],
    ["DITP", ditp],
  ] as const) {
    await setFundOwner(administrator, { owner, siret, reason: "Installation." });
  }
  return {
    administrator,
    dinumOrganisation: dinum,
    dinum: await anActor(dinum, { role: "instructor", theme: "ITN8A" }),
    ditp: await anActor(ditp, { role: "theme-owner", theme: "ITN8A" }),
    dinumSecretary: await anActor(dinum, { role: "secretary", theme: "ITN8A" }),
  };
}

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  room = await theRoom("ITN8A");
  people = await thePeople();
});

const view = (number: string, more: object = {}) => ({
  number,
  opinion: "favourable" as const,
  reasons: "Le diagnostic est mesuré.",
  ...more,
});
const proposal = (number: string) => ({
  number,
  outcome: "refused" as const,
  amount: "",
  motiveCode: "not-mature" as const,
  motive: "Trop tôt.",
  strengths: "",
  weaknesses: "",
});

describe("the views of DINUM and DITP", () => {
  test("are both needed before a decision is proposed; each is told and kept", async () => {
    const { number, id } = await aReviewedDossier(room, { status: "admissible" });
    expect((await readDossierPage(people.ditp, number)).viewsMissing).toEqual(["DINUM", "DITP"]);
    await expect(proposeDecision(people.ditp, proposal(number))).rejects.toThrow(
      /avis d’instruction de la DINUM et de la DITP/,
    );
    await giveInstructionView(people.dinum, view(number));
    await expect(proposeDecision(people.ditp, proposal(number))).rejects.toThrow(/de la DITP\./);
    await giveInstructionView(people.ditp, view(number, { opinion: "reserved" }));
    const page = await readDossierPage(people.ditp, number);
    expect(page.viewsMissing).toEqual([]);
    expect(await readInstructionViews(people.ditp, page.dossier)).toMatchObject({
      own: "DITP",
      views: [
        { administration: "DINUM", given: { opinion: "favourable" } },
        { administration: "DITP", given: { opinion: "reserved" } },
      ],
    });
    await proposeDecision(people.ditp, proposal(number));
    await expect(giveInstructionView(people.dinum, view(number))).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    expect(await actionsOf(id)).toEqual([
      "give-instruction-view",
      "give-instruction-view",
      "propose-decision",
    ]);
  });

  test("given again, the last counts and the log keeps both", async () => {
    const { number, id } = await aReviewedDossier(room, { status: "admissible" });
    await giveInstructionView(people.dinum, view(number));
    await giveInstructionView(people.dinum, view(number, { opinion: "unfavourable" }));
    const rows = await db.instructionView.findMany({ where: { dossierId: id } });
    expect(rows).toMatchObject([{ administration: "DINUM", opinion: "unfavourable" }]);
    expect(await actionsOf(id)).toHaveLength(2);
  });

  test("belong to a presentation: a new one asks for them again", async () => {
    const { number, id } = await aReviewedDossier(room, { status: "admissible" });
    await giveInstructionView(people.dinum, view(number));
    await db.dossier.update({
      where: { id },
      data: { presentation: 2, version: { increment: 1 } },
    });
    expect((await readDossierPage(people.dinum, number)).viewsMissing).toEqual(["DINUM", "DITP"]);
  });

  test("come from an agent of one of the two, whose role instructs; on a dossier found admissible", async () => {
    const { number } = await aReviewedDossier(room, { status: "admissible" });
    // The owner and the instructor of the room are of another administration.
    for (const who of [room.owner, room.instructor, people.dinumSecretary]) {
      await expect(giveInstructionView(who, view(number))).rejects.toMatchObject({
        code: "not-allowed",
      });
    }
    for (const who of [room.carrier, room.outsider, people.administrator]) {
      await expect(giveInstructionView(who, view(number))).rejects.toMatchObject({
        code: "not-found",
      });
    }
    const filed = await aReviewedDossier(room, { status: "filed" });
    await expect(giveInstructionView(people.dinum, view(filed.number))).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
  });

  test("are asked by the path of the theme alone", async () => {
    const other = await theRoom("ITN6");
    const { number } = await aReviewedDossier(other, { status: "admissible" });
    const page = await readDossierPage(other.owner, number);
    expect(page.viewsMissing).toEqual([]);
    expect(await readInstructionViews(other.owner, page.dossier)).toBeNull();
    expect((await dossierNow(number)).status).toBe("admissible");
  });
});

describe("which organisations are DINUM and DITP", () => {
  test("is said by an administrator, one organisation for each, with the reason in the log", async () => {
    const { administrator, dinumOrganisation } = people;
    const next = await anOrganisation({ kind: "central-administration" });
    const reason = "Nouveau SIRET.";
    await expect(
      setFundOwner(room.owner, { owner: "DINUM", siret: next.siret, reason }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      setFundOwner(administrator, { owner: "DITP", siret: dinumOrganisation.siret, reason }),
    ).rejects.toMatchObject({ fields: [{ path: "siret" }] });
    await expect(
      setFundOwner(administrator, { owner: "DITP", siret: "00000000000000", reason }),
    ).rejects.toMatchObject({ fields: [{ path: "siret" }] });
    await setFundOwner(administrator, { owner: "DINUM", siret: next.siret, reason });
    const owners = await db.organisation.findMany({ where: { fundOwner: "DINUM" } });
    expect(owners.map(({ id }) => id)).toEqual([next.id]);
    const { number } = await aReviewedDossier(room, { status: "admissible" });
    await expect(giveInstructionView(people.dinum, view(number))).rejects.toMatchObject({
      code: "not-allowed",
    });
  });
});
