import { beforeAll, describe, expect, test } from "vitest";
import { acceptSeat, declineSeat } from "@/features/jurors/commands/answer-seat";
import { changeMember, endMandate, inviteJurors } from "@/features/jurors/commands/manage-jury";
import { readJuries, readJury, readJuryMember } from "@/features/jurors/queries/jury";
import { readMySeats } from "@/features/jurors/queries/my-interests";
import { aReviewedDossier, type Room, seated, theRoom } from "../../fixtures/jury";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  room = await theRoom();
});

/** Somebody with the role, not of the jury yet. */
const aHolder = () => anActor(room.other, { role: "juror" });

async function invited() {
  const juror = await aHolder();
  await inviteJurors(room.owner, { theme: "ITN3", jurors: [juror.agentId] });
  const seat = await db.juryMembership.findFirstOrThrow({ where: { agentId: juror.agentId } });
  return { juror, membership: seat.id };
}
const seatOf = (id: string) => db.juryMembership.findUniqueOrThrow({ where: { id } });

describe("an invitation", () => {
  test("is told to the person, who accepts with what they know", async () => {
    const { juror, membership } = await invited();
    expect(await readMySeats(juror)).toMatchObject({
      invitations: [{ id: membership, themeCode: "ITN3" }],
      juries: [],
      declaration: { isValid: false, declaredOn: null },
    });
    await acceptSeat(juror, { membership, skills: ["cartographie"], capacity: 6 });
    expect(await seatOf(membership)).toMatchObject({
      status: "accepted",
      skills: ["cartographie"],
      capacity: 6,
    });
    const told = await db.notification.findMany({
      where: { recipientId: { in: [juror.agentId, room.owner.agentId] }, dossierId: null },
      orderBy: { createdAt: "asc" },
    });
    expect(told.map(({ kind }) => kind)).toEqual(["jury-invited", "jury-answered"]);
    const facts = await db.auditLine.findMany({
      where: { chain: "general", action: { contains: "jury" } },
      orderBy: { sequence: "asc" },
    });
    expect(facts.map(({ action }) => action)).toEqual(["invite-to-jury", "accept-jury-seat"]);
  });

  test("is declined with a reason, and may be made again", async () => {
    const { juror, membership } = await invited();
    await declineSeat(juror, { membership, reason: "Je quitte mon ministère." });
    expect(await seatOf(membership)).toMatchObject({
      status: "declined",
      reason: "Je quitte mon ministère.",
    });
    const { invitable } = await readJury(room.owner, "itn3");
    expect(invitable).toContainEqual(
      expect.objectContaining({ agentId: juror.agentId, former: "declined" }),
    );
    await inviteJurors(room.secretary, { theme: "ITN3", jurors: [juror.agentId] });
    expect(await seatOf(membership)).toMatchObject({ status: "invited", reason: "" });
  });

  test("is answered once, by the person invited", async () => {
    const { juror, membership } = await invited();
    const input = { membership, skills: [], capacity: null };
    await expect(acceptSeat(room.owner, input)).rejects.toMatchObject({ code: "not-found" });
    const results = await Promise.allSettled([
      acceptSeat(juror, input),
      declineSeat(juror, { membership, reason: "Non." }),
      acceptSeat(juror, input),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(acceptSeat(juror, input)).rejects.toMatchObject({ code: "already-done" });
  });

  test("goes to holders of the role who are not of the jury, and to nobody else", async () => {
    const { juror } = await invited();
    const outside = await anActor(room.other);
    const elsewhere = await anActor(room.other, { role: "juror", theme: "SNAP4" });
    for (const { agentId } of [juror, outside, elsewhere, room.juror]) {
      await expect(
        inviteJurors(room.owner, { theme: "ITN3", jurors: [agentId] }),
      ).rejects.toMatchObject({ fields: [{ path: "jurors" }] });
    }
    expect(await db.juryMembership.count({ where: { agentId: outside.agentId } })).toBe(0);
  });

  test.each([
    ["instructor", "not-allowed"],
    ["chair", "not-found"],
    ["juror", "not-found"],
    ["outsider", "not-found"],
    ["auditor", "not-found"],
  ] as const)("is not for %s to send: %s", async (who, code) => {
    const { agentId } = await aHolder();
    await expect(
      Promise.resolve().then(() => inviteJurors(room[who], { theme: "ITN3", jurors: [agentId] })),
    ).rejects.toMatchObject({ code });
  });

  test("a theme that does not score has no jury", async () => {
    const { owner, juror } = await theRoom("ITN6");
    await expect(
      Promise.resolve().then(() => inviteJurors(owner, { theme: "ITN6", jurors: [juror.agentId] })),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(readJury(owner, "itn6")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a mandate", () => {
  test("changes and ends by those who make up the jury; the person is told", async () => {
    const juror = await seated(await aHolder());
    const { id: membership } = await db.juryMembership.findFirstOrThrow({
      where: { agentId: juror.agentId },
    });
    const change = { theme: "ITN3" as const, membership, skills: ["réseau"], capacity: null };
    await expect(
      Promise.resolve().then(() => changeMember(room.instructor, change)),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await changeMember(room.secretary, change);
    expect(await seatOf(membership)).toMatchObject({ skills: ["réseau"], capacity: null });
    const end = { theme: "ITN3" as const, membership, reason: "Jury renouvelé." };
    await endMandate(room.owner, end);
    await expect(endMandate(room.owner, end)).rejects.toMatchObject({ code: "already-done" });
    expect(await seatOf(membership)).toMatchObject({ status: "ended" });
    expect(
      await db.notification.count({ where: { recipientId: juror.agentId, kind: "jury-ended" } }),
    ).toBe(1);
    const other = await theRoom("SNAP4");
    await expect(changeMember(other.owner, { ...change, theme: "SNAP4" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("the page of a jury", () => {
  test("tells load and declaration, never what was declared nor whether sheets are in", async () => {
    const fresh = await theRoom("SNAP3");
    const seen = await aReviewedDossier(fresh, { status: "under-review" }, [fresh.juror]);
    await aReviewedDossier(fresh, { status: "scored" }, [fresh.juror]);
    const member = async (reader: "owner" | "secretary") => {
      const { members } = await readJury(fresh[reader], "snap3");
      return members.find(({ name }) => name.includes(fresh.juror.usualName));
    };
    expect(await member("owner")).toMatchObject({
      load: 1,
      entrusted: 2,
      declaredOn: "2021-01-20",
    });
    const { id: sheet } = await db.jurorAssignment.findFirstOrThrow({
      where: { dossierId: seen.id },
    });
    await db.scoreSheet.create({ data: { assignmentId: sheet, submittedAt: new Date() } });
    expect(await member("owner")).toMatchObject({ load: 1, entrusted: 2 });
    // Recused from one of them, the secretary does not count it.
    await db.jurorAssignment.create({
      data: {
        dossierId: seen.id,
        jurorId: fresh.secretary.agentId,
        assignedById: fresh.owner.agentId,
        status: "recused",
        ground: "same-ministry",
        endedAt: new Date(),
      },
    });
    expect(await member("secretary")).toMatchObject({ load: 0, entrusted: 1 });
    expect(JSON.stringify(await readJury(fresh.owner, "snap3"))).not.toMatch(
      /links|judge|submitted/,
    );
  });

  test("is read by those who entrust dossiers of the theme, and counts no other's", async () => {
    const fresh = await theRoom("SNAP4");
    expect((await readJury(fresh.instructor, "snap4")).mayManage).toBe(false);
    const { members } = await readJury(fresh.owner, "snap4");
    await expect(
      readJuryMember(fresh.instructor, "snap4", members[0]?.id ?? ""),
    ).rejects.toMatchObject({ code: "not-found" });
    for (const who of ["chair", "juror", "outsider", "carrier", "auditor"] as const) {
      await expect(readJury(fresh[who], "snap4")).rejects.toMatchObject({ code: "not-found" });
      await expect(readJuryMember(fresh[who], "snap4", "x")).rejects.toMatchObject({
        code: "not-found",
      });
    }
    expect((await readJuries(fresh.owner)).map(({ theme }) => theme.code)).toEqual(["SNAP4"]);
    await expect(readJuries(fresh.chair)).rejects.toMatchObject({ code: "not-found" });
  });
});
