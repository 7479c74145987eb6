import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { addComment, removeComment } from "@/features/team/commands/comments";
import { leaveTeam } from "@/features/team/commands/members";
import { touchPresence } from "@/features/team/commands/presence";
import { readComments } from "@/features/team/queries/comments";
import { dossierChain, readChain } from "@/server/audit";
import { readFiledDossier } from "@/server/filed-dossier";
import { aCall, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft, aFilledDraft, theForm } from "../dossiers/filled-draft";
import { aColleague } from "./room";

const db = await testDatabase();
const CANARY = "canari-entre-nous";

let lead: Actor;
let stranger: Actor;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  await aCall("ITN3");
  lead = await aCarrier("ITN3");
  stranger = await aCarrier("ITN3");
});

const say = (actor: Actor, number: string, body: string, field = "") =>
  addComment(actor, { number, field, body });

describe("comments", () => {
  test("every member says and reads, who only reads too; the others are told without the words", async () => {
    const draft = await aDraft(lead, "ITN3");
    const { number, id } = draft;
    const reader = await aColleague(lead, draft, "read");
    await say(reader, number, CANARY, "title");
    await say(lead, number, "Sur l’ensemble");
    const { comments } = await readComments(lead, number);
    expect(comments).toMatchObject([
      { body: "Sur l’ensemble", place: null, isOwn: true },
      { body: CANARY, isOwn: false },
    ]);
    expect((await readComments(lead, number, { field: "title" })).comments).toHaveLength(1);
    const told = await db.notification.findMany({ where: { kind: "dossier-commented" } });
    expect(told.map(({ recipientId }) => recipientId).sort()).toEqual(
      [lead.agentId, reader.agentId].sort(),
    );
    expect(JSON.stringify(told)).not.toContain(CANARY);
    const { lines } = await readChain(dossierChain(id));
    expect(JSON.stringify(lines)).not.toContain(CANARY);
    await expect(say(lead, number, "Ailleurs", "constructor")).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "field" }],
    });
  });

  test("one takes back one's own words, never another's", async () => {
    const draft = await aDraft(lead, "ITN3");
    const { number } = draft;
    const writer = await aColleague(lead, draft, "write");
    await say(writer, number, CANARY);
    const commentId = (await readComments(lead, number)).comments[0]?.id ?? "";
    await expect(removeComment(lead, { number, commentId })).rejects.toMatchObject({
      code: "not-found",
    });
    await removeComment(writer, { number, commentId });
    await expect(removeComment(writer, { number, commentId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await readComments(lead, number)).comments).toMatchObject([{ body: null }]);
  });

  test("come by pages, the newest first, none twice", async () => {
    const { number } = await aDraft(lead, "ITN3");
    for (let rank = 0; rank < 23; rank += 1) await say(lead, number, `Mot ${rank}`);
    const first = await readComments(lead, number);
    expect(first.comments).toHaveLength(20);
    const last = await readComments(lead, number, { after: first.nextCursor ?? "" });
    expect(last.comments).toHaveLength(3);
    expect(last.nextCursor).toBeNull();
    const ids = [...first.comments, ...last.comments].map(({ id }) => id);
    expect(new Set(ids).size).toBe(23);
  });

  test("nobody outside the team reads them, whatever their roles, filed or not", async () => {
    const draft = await aFilledDraft(lead, "ITN3");
    const { number } = draft;
    await say(lead, number, CANARY);
    await fileDossier(lead, await theForm(draft));
    const everyRole = await anActor(
      await anOrganisation(),
      { role: "administrator" },
      { role: "theme-owner" },
      { role: "instructor" },
      { role: "juror" },
      { role: "chair" },
      { role: "auditor" },
      { role: "dnum", ministryId: lead.organisation?.ministryId ?? "" },
    );
    for (const outsider of [stranger, everyRole]) {
      await expect(readComments(outsider, number)).rejects.toMatchObject({ code: "not-found" });
      await expect(say(outsider, number, "Bonjour")).rejects.toMatchObject({ code: "not-found" });
    }
    expect(JSON.stringify(await readFiledDossier(draft.id))).not.toContain(CANARY);
    const { content } = await db.filing.findFirstOrThrow({ where: { dossierId: draft.id } });
    expect(JSON.stringify(content)).not.toContain(CANARY);
  });
});

describe("who is here", () => {
  test("members see each other on their steps; who left, or said nothing for a minute, is gone", async () => {
    const draft = await aDraft(lead, "ITN3");
    const { number, id } = draft;
    const writer = await aColleague(lead, draft, "write");
    expect(await touchPresence(lead, { number, step: "projet" })).toEqual([]);
    expect(await touchPresence(writer, { number, step: "plan-de-financement" })).toMatchObject([
      { step: "Le projet" },
    ]);
    expect(await touchPresence(lead, { number, step: "projet" })).toHaveLength(1);
    await db.$executeRaw`UPDATE dossier_presence SET seen_at = now() - interval '61 seconds'
      WHERE dossier_id = ${id}::uuid AND agent_id = ${writer.agentId}::uuid`;
    expect(await touchPresence(lead, { number, step: "projet" })).toEqual([]);
    await touchPresence(writer, { number, step: "projet" });
    await leaveTeam(writer, { number });
    expect(await touchPresence(lead, { number, step: "projet" })).toEqual([]);
    expect(await db.dossierPresence.count({ where: { dossierId: id } })).toBe(1);
  });

  test("a stranger is not told, and is not there; an unknown step is nobody's", async () => {
    const { number } = await aDraft(lead, "ITN3");
    await expect(touchPresence(stranger, { number, step: "projet" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(touchPresence(lead, { number, step: "ailleurs" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
