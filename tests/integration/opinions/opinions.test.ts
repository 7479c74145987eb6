import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { knownFiles } from "@/features/files/queries/readable-file";
import { declareInterests } from "@/features/jurors/commands/declare-interests";
import { readMySheet } from "@/features/jury/queries/my-sheet";
import {
  acceptOpinion,
  declineLink,
  declineOpinion,
} from "@/features/opinions/commands/answer-request";
import { requestOpinion, revokeOpinion } from "@/features/opinions/commands/request-opinion";
import { giveOpinion, saveOpinion } from "@/features/opinions/commands/write-opinion";
import {
  readDossierOpinions,
  readJuryOpinions,
  readOpinionRequest,
} from "@/features/opinions/queries/dossier-opinions";
import {
  readMyOpinion,
  readMyOpinions,
  readOpinionLink,
} from "@/features/opinions/queries/my-opinions";
import type { RequestOpinionInput } from "@/features/opinions/schemas";
import { imposeConflicts } from "@/server/conflicts";
import { inTransaction } from "@/server/database/client";
import { remindExperts } from "@/server/jobs/remind-experts";
import { opinionToken } from "@/server/opinion-token";
import { visibleDossiers } from "@/server/visibility";
import { actionsOf, aReviewedDossier, type Room, theRoom } from "../../fixtures/jury";
import { anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  room = await theRoom();
});

const anExpert = () => anActor(room.other);
const asked = (number: string, more: Partial<RequestOpinionInput> = {}): RequestOpinionInput => ({
  number,
  question: "Le volume tient-il ?",
  address: "@exemple.gouv.fr",
  dueOn: "2021-02-10",
  readers: "jury",
  ...more,
});

/** A request on a dossier under review, and its link. */
async function requested(more: Partial<RequestOpinionInput> = {}) {
  const dossier = await aReviewedDossier(room, { status: "under-review" }, [room.juror]);
  await requestOpinion(room.instructor, asked(dossier.number, more));
  const { id } = await db.expertOpinion.findFirstOrThrow({ where: { dossierId: dossier.id } });
  return { dossier, opinion: id, token: opinionToken(id) };
}

async function accepted(more: Partial<RequestOpinionInput> = {}) {
  const request = await requested(more);
  const expert = await anExpert();
  await acceptOpinion(expert, { token: request.token });
  return { ...request, expert };
}

async function write(expert: Actor, opinion: string, baseRevision = 0) {
  const content = { choice: "reserved" as const, text: "Canari de l’expert.", baseRevision };
  return saveOpinion(expert, { opinion, ...content });
}

const sees = (actor: Actor, id: string) =>
  db.dossier.count({ where: { AND: [{ id }, visibleDossiers(actor, "expert")] } });

describe("asking", () => {
  test("sends a link to a person, and leaves one to pass on for a domain", async () => {
    const { dossier, opinion } = await requested({ address: "lucie@ailleurs.gouv.fr" });
    const [mail] = await db.notification.findMany({ where: { dossierId: dossier.id } });
    expect(mail).toMatchObject({
      kind: "opinion-requested",
      address: "lucie@ailleurs.gouv.fr",
      recipientId: null,
    });
    expect((await readOpinionRequest(room.owner, dossier.id, opinion)).link).toBeNull();
    const lines = await db.auditLine.findMany({ where: { chain: `dossier:${dossier.id}` } });
    expect(lines.map(({ action }) => action)).toEqual(["request-opinion"]);
    expect(JSON.stringify(lines)).not.toContain("lucie");

    const open = await requested();
    expect(await db.notification.count({ where: { dossierId: open.dossier.id } })).toBe(0);
    const { link } = await readOpinionRequest(room.owner, open.dossier.id, open.opinion);
    expect(link).toContain(open.token);
  });

  test("is refused for a day too near or too far, twice at one address, on a decided dossier", async () => {
    const { dossier } = await requested({ address: "lucie@ailleurs.gouv.fr" });
    const ask = (more: Partial<RequestOpinionInput>) =>
      requestOpinion(room.owner, asked(dossier.number, more));
    for (const dueOn of ["2021-01-20", "2022-02-01"] as const) {
      await expect(ask({ dueOn })).rejects.toMatchObject({ fields: [{ path: "dueOn" }] });
    }
    await expect(ask({ address: "lucie@ailleurs.gouv.fr" })).rejects.toMatchObject({
      fields: [{ path: "address" }],
    });
    const decided = await aReviewedDossier(room, { status: "refused" });
    await expect(requestOpinion(room.owner, asked(decided.number))).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
  });

  test.each([
    ["chair", "not-allowed"],
    ["juror", "not-found"],
    ["carrier", "not-found"],
    ["outsider", "not-found"],
    ["auditor", "not-found"],
  ] as const)("%s: %s", async (who, code) => {
    const { number } = await aReviewedDossier(room, { status: "admissible" });
    await expect(requestOpinion(room[who], asked(number))).rejects.toMatchObject({ code });
  });
});

describe("the link", () => {
  test("opens the dossier to whoever accepts first, and to nobody else", async () => {
    const { dossier, opinion, token } = await requested();
    const [first, second] = [await anExpert(), await anExpert()];
    expect(await readOpinionLink(first, token)).toMatchObject({
      state: "open",
      asked: { number: dossier.number },
    });
    const results = await Promise.allSettled(
      [first, second, first, second].map((expert) => acceptOpinion(expert, { token })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { expertId } = await db.expertOpinion.findUniqueOrThrow({ where: { id: opinion } });
    const [mine, other] = expertId === first.agentId ? [first, second] : [second, first];
    expect(await readOpinionLink(mine, token)).toEqual({ state: "mine", id: opinion });
    expect(await readOpinionLink(other, token)).toEqual({ state: "taken" });
    expect(await sees(mine, dossier.id)).toBe(1);
    expect(await sees(other, dossier.id)).toBe(0);
    await expect(readMyOpinion(other, opinion)).rejects.toMatchObject({ code: "not-found" });
    expect(await knownFiles(mine, dossier.number)).toEqual([]);
    await expect(knownFiles(other, dossier.number)).rejects.toMatchObject({ code: "not-found" });
  });

  test("tells nothing to another domain, whatever the token", async () => {
    const { dossier, token } = await requested({ address: "@ailleurs.gouv.fr" });
    const stranger = await anExpert();
    const view = await readOpinionLink(stranger, token);
    expect(view).toEqual({ state: "other-domain" });
    await expect(acceptOpinion(stranger, { token })).rejects.toMatchObject({ code: "not-allowed" });
    await expect(declineLink(stranger, { token, reason: "Non." })).rejects.toMatchObject({
      code: "not-allowed",
    });
    expect(await actionsOf(dossier.id)).toEqual(["request-opinion"]);
    expect(await readOpinionLink(stranger, "rien")).toEqual({ state: "unknown" });
  });

  test("an expert in conflict is turned away by the portal: the request is closed, with its ground", async () => {
    const { dossier, opinion, token } = await requested();
    expect(await acceptOpinion(room.carrier, { token })).toMatchObject({
      conflict: "membre de l’équipe du dossier",
    });
    expect(await db.expertOpinion.findUniqueOrThrow({ where: { id: opinion } })).toMatchObject({
      status: "declined",
    });
    expect(await sees(room.carrier, dossier.id)).toBe(0);
    expect(await readOpinionLink(room.carrier, token)).toEqual({ state: "ended" });
    const [line] = await readDossierOpinions(room.owner, dossier.id);
    expect(line?.endedReason).toMatch(/équipe du dossier/);
  });

  test("is declined with a reason, at once or once accepted; whoever asked is told", async () => {
    const before = await requested();
    await declineLink(await anExpert(), { token: before.token, reason: "Hors de mon domaine." });
    const after = await accepted();
    await declineOpinion(after.expert, { opinion: after.opinion, reason: "Plus le temps." });
    expect(await sees(after.expert, after.dossier.id)).toBe(0);
    for (const { dossier } of [before, after]) {
      expect(
        await db.notification.findFirst({
          where: { dossierId: dossier.id, kind: "opinion-declined" },
        }),
      ).toMatchObject({ recipientId: room.instructor.agentId });
    }
    await expect(
      declineOpinion(after.expert, { opinion: after.opinion, reason: "Encore." }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("writing", () => {
  test("is the expert's alone until it is handed in, once, complete", async () => {
    const { expert, dossier, opinion } = await accepted();
    await expect(giveOpinion(expert, { opinion, revision: 0 })).rejects.toMatchObject({
      fields: [{ path: "choice" }, { path: "text" }],
    });
    await write(expert, opinion);
    expect(await write(expert, opinion)).toMatchObject({ status: "saved", revision: 1 });
    expect(
      await saveOpinion(expert, { opinion, choice: null, text: "Autre", baseRevision: 0 }),
    ).toMatchObject({ status: "conflict", saved: { text: "Canari de l’expert." } });
    const drafts = [
      await readDossierOpinions(room.owner, dossier.id),
      await readJuryOpinions(room.juror, dossier.id),
    ];
    expect(JSON.stringify(drafts)).not.toContain("Canari");
    await expect(giveOpinion(expert, { opinion, revision: 0 })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    await giveOpinion(expert, { opinion, revision: 1 });
    await expect(giveOpinion(expert, { opinion, revision: 1 })).rejects.toMatchObject({
      code: "already-done",
    });
    await expect(write(expert, opinion, 1)).rejects.toMatchObject({ code: "already-done" });
    expect((await actionsOf(dossier.id)).at(-1)).toBe("give-opinion");
    // Handed in, one's own words stay readable; the dossier does not.
    const own = await readMyOpinion(expert, opinion);
    expect(own).toMatchObject({ text: "Canari de l’expert.", filed: null });
    expect(await sees(expert, dossier.id)).toBe(0);
    expect(await readMyOpinions(expert)).toMatchObject([{ id: opinion, status: "given" }]);
  });

  test("those it is meant for read it, the others find no trace", async () => {
    const forJury = await accepted();
    const forInstruction = await accepted({ readers: "instruction" });
    for (const { expert, opinion } of [forJury, forInstruction]) {
      await write(expert, opinion);
      await giveOpinion(expert, { opinion, revision: 1 });
    }
    const read = async (actor: Actor, { dossier }: { dossier: { id: string } }) => ({
      instruction: (await readDossierOpinions(actor, dossier.id)).flatMap(
        ({ given }) => given ?? [],
      ),
      jury: await readJuryOpinions(actor, dossier.id),
    });
    expect((await read(room.owner, forJury)).instruction).toHaveLength(1);
    expect((await read(room.chair, forInstruction)).instruction).toHaveLength(1);
    expect((await read(room.juror, forJury)).jury).toHaveLength(1);
    expect((await read(room.juror, forInstruction)).jury).toEqual([]);
    const other = await accepted();
    for (const who of [room.second, room.carrier, room.dnum, room.outsider, other.expert]) {
      expect(await read(who, forJury)).toEqual({ instruction: [], jury: [] });
    }
  });

  test("an expert reads nothing of the jury, the notes, the other opinions", async () => {
    const { expert, dossier, opinion } = await accepted();
    await db.internalNote.create({
      data: { dossierId: dossier.id, agentId: room.owner.agentId, body: "Canari interne" },
    });
    const second = await anExpert();
    await requestOpinion(room.owner, asked(dossier.number));
    const { id } = await db.expertOpinion.findFirstOrThrow({
      where: { dossierId: dossier.id, status: "requested" },
    });
    await acceptOpinion(second, { token: opinionToken(id) });
    await write(second, id);
    await giveOpinion(second, { opinion: id, revision: 1 });
    expect(JSON.stringify(await readMyOpinion(expert, opinion))).not.toMatch(
      /Canari|assignment|juror/,
    );
    await expect(readMySheet(expert, dossier.number)).rejects.toMatchObject({ code: "not-found" });
    await expect(readMyOpinion(expert, id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("ends with the decision", async () => {
    const { expert, dossier, opinion } = await accepted();
    await db.dossier.update({
      where: { id: dossier.id },
      data: { status: "refused", version: { increment: 1 } },
    });
    await expect(readMyOpinion(expert, opinion)).rejects.toMatchObject({ code: "not-found" });
    await expect(write(expert, opinion)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("revocation", () => {
  test("closes the dossier to the expert at once, and takes back what they were told", async () => {
    const { expert, dossier, opinion } = await accepted();
    await write(expert, opinion);
    await setClock("2021-02-08T10:00:00+01:00");
    await remindExperts();
    const input = { number: dossier.number, opinion, reason: "Sans objet." };
    await expect(revokeOpinion(room.chair, input)).rejects.toMatchObject({ code: "not-allowed" });
    await revokeOpinion(room.owner, input);
    await expect(revokeOpinion(room.owner, input)).rejects.toMatchObject({ code: "already-done" });
    expect(await sees(expert, dossier.id)).toBe(0);
    await expect(readMyOpinion(expert, opinion)).rejects.toMatchObject({ code: "not-found" });
    const told = await db.notification.findMany({
      where: { recipientId: expert.agentId },
      orderBy: { createdAt: "asc" },
    });
    expect(told.map(({ kind, withdrawnAt }) => [kind, withdrawnAt === null])).toEqual([
      ["opinion-reminder", false],
      ["opinion-revoked", true],
    ]);
    await setClock("2021-01-20T10:00:00+01:00");
  });

  test("a conflict found later sets the opinion aside, even handed in", async () => {
    const awaited = await accepted();
    const given = await accepted();
    await write(given.expert, given.opinion);
    await giveOpinion(given.expert, { opinion: given.opinion, revision: 1 });
    for (const { dossier, expert, opinion } of [awaited, given]) {
      const partner = await anOrganisation({ kind: "central-administration" });
      await db.agent.update({
        where: { id: expert.agentId },
        data: { organisationId: partner.id },
      });
      await inTransaction(async (tx) => {
        await tx.coCarrier.create({
          data: { dossierId: dossier.id, organisationId: partner.id },
        });
        await imposeConflicts(tx, { dossierId: dossier.id });
      });
      expect(await db.expertOpinion.findUniqueOrThrow({ where: { id: opinion } })).toMatchObject({
        status: "revoked",
        endedReason: "same-organisation",
      });
      expect((await actionsOf(dossier.id)).at(-1)).toBe("set-opinion-aside");
      expect(await readJuryOpinions(room.juror, dossier.id)).toEqual([]);
    }
  });

  test("a juror who is an expert elsewhere and declares a link loses both", async () => {
    const expert = await anActor(room.other, { role: "juror" });
    const { dossier, opinion, token } = await requested();
    await acceptOpinion(expert, { token });
    await declareInterests(expert, {
      links: [{ nature: "contract", name: room.prefecture.name, endedOn: null, detail: "" }],
    });
    expect((await db.expertOpinion.findUniqueOrThrow({ where: { id: opinion } })).status).toBe(
      "revoked",
    );
    expect(await sees(expert, dossier.id)).toBe(0);
  });
});

describe("reminders", () => {
  test("leave three days before and the day after, once each; whoever asked is told", async () => {
    const byName = await requested({ address: "lucie@ailleurs.gouv.fr", dueOn: "2021-03-10" });
    const byDomain = await requested({ dueOn: "2021-03-10" });
    const begun = await accepted({ dueOn: "2021-03-10" });
    const kinds = async ({ dossier }: { dossier: { id: string } }) =>
      (
        await db.notification.findMany({
          where: { dossierId: dossier.id },
          orderBy: { createdAt: "asc" },
        })
      ).map(({ kind }) => kind);
    await setClock("2021-03-06T10:00:00+01:00");
    await remindExperts();
    expect(await kinds(begun)).toEqual([]);
    await setClock("2021-03-07T10:00:00+01:00");
    await remindExperts();
    await remindExperts();
    expect(await kinds(byName)).toEqual(["opinion-requested", "opinion-reminder"]);
    expect(await kinds(byDomain)).toEqual([]);
    expect(await kinds(begun)).toEqual(["opinion-reminder"]);
    await setClock("2021-03-11T10:00:00+01:00");
    await remindExperts();
    await remindExperts();
    expect((await kinds(byName)).sort()).toEqual(
      ["opinion-requested", "opinion-reminder", "opinion-late", "opinion-overdue"].sort(),
    );
    expect(await kinds(byDomain)).toEqual(["opinion-overdue"]);
    expect((await kinds(begun)).sort()).toEqual(
      ["opinion-reminder", "opinion-late", "opinion-overdue"].sort(),
    );
    const [line] = await readDossierOpinions(room.owner, begun.dossier.id);
    expect(line?.isLate).toBe(true);
  });
});
