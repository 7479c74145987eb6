import { describe, expect, test } from "vitest";
import { closeComplement } from "@/features/complements/commands/close-complement";
import { readRequests } from "@/features/complements/queries/requests";
import { refileDossier } from "@/features/dossiers/commands/refile-dossier";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { withdrawDossier } from "@/features/dossiers/commands/withdraw-dossier";
import { readDraft } from "@/features/dossiers/draft";
import { readFieldHistory } from "@/features/dossiers/queries/answer-history";
import { readFiledDossier as readReceipt } from "@/features/dossiers/queries/filed-dossier";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { readPastComplements } from "@/features/dossiers/queries/past-complements";
import { announceFile } from "@/features/files/commands/announce-file";
import { readChain } from "@/server/audit";
import { compareFilings, readFilings } from "@/server/filings";
import { actionsOf } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { theForm } from "../dossiers/filled-draft";
import { atOnce } from "../visas/world";
import {
  aFiled,
  ask,
  CANARY,
  noticesOf,
  reply,
  room,
  setUpComplements,
  write,
} from "./complements-room";
import { answerNow, dossierNow, filingsOf, refiled, theReturn } from "./world";

const db = await testDatabase();
setUpComplements();

describe("sending the complements", () => {
  test("is one more filing: content, amounts, title, request, receipt and chain together", async () => {
    const dossier = await aFiled();
    const { id, number } = dossier;
    await ask(number, "title", "step:plan-de-financement");
    await setClock("2021-02-05T23:00:00+01:00");
    await write(dossier, "title", "Un nom complété");
    const { lines } = await readDraft(id);
    const dearer = lines.map((line, index) =>
      index === 0 ? { ...line, typedAmount: "1 000" } : line,
    );
    await savePlan(room.carrier, { number, baseRevision: 1, lines: dearer });
    await expect(refiled(room.carrier, dossier, "fileComplement")).rejects.toMatchObject({
      code: "incomplete",
      fields: [{ path: "reply1" }, { path: "reply2" }],
    });
    await reply(number, 1, "Le nom dit mieux le projet.");
    await reply(number, 2, "Le devis a baissé.");
    const receipt = await refiled(room.carrier, dossier, "fileComplement");

    const now = await dossierNow(id);
    expect(now).toMatchObject({
      status: "filed",
      title: "Un nom complété",
      filedAt: dossier.filedAt,
    });
    expect(now.total).toBeLessThan(dossier.total ?? 0n);
    expect(now.computedGrant).toBeLessThan(dossier.computedGrant ?? 0n);
    const [first, second] = await filingsOf(id);
    expect(second?.version).toBeGreaterThan(first?.version ?? 0);
    expect(second?.fingerprint).toBe(receipt.fingerprint);
    expect(second?.content).toMatchObject({
      act: "fileComplement",
      project: { title: "Un nom complété" },
      replies: [
        { position: 1, target: "title", answer: "Le nom dit mieux le projet." },
        { position: 2, answer: "Le devis a baissé." },
      ],
    });
    expect(await db.complementRequest.findFirstOrThrow({ where: { dossierId: id } })).toMatchObject(
      {
        status: "answered",
        filingVersion: second?.version,
        endedById: room.carrier.agentId,
        endedAt: second?.filedAt,
      },
    );
    expect((await readChain(`dossier:${id}`)).brokenAt).toBeNull();
    expect((await actionsOf(id)).at(-1)).toBe("file-complement");
    expect(await noticesOf(id, "dossier-refiled")).toMatchObject([
      { recipientId: room.carrier.agentId, payload: { act: "fileComplement" } },
    ]);
    expect(await noticesOf(id, "dossier-came-back")).toMatchObject([
      { recipientId: room.instructor.agentId },
    ]);

    const last = await readReceipt(room.carrier, number);
    expect(last).toMatchObject({ act: "fileComplement", fingerprint: receipt.fingerprint });
    expect(last.filings.map(({ act }) => act)).toEqual(["fileComplement", "file"]);
    expect(await readReceipt(room.carrier, number, first?.version)).toMatchObject({
      act: "file",
      title: dossier.title,
      fingerprint: first?.fingerprint,
    });
    await expect(readReceipt(room.carrier, number, 99)).rejects.toMatchObject({
      code: "not-found",
    });

    const compared = await compareFilings(id, await readFilings(id));
    const labels = compared?.steps.flatMap(({ changes }) => changes.map(({ label }) => label));
    expect(labels).toEqual(
      expect.arrayContaining(["Quel est le nom du projet\u202F?", "Dépenses", "Coût total, TTC"]),
    );
    expect(compared?.replies).toHaveLength(2);
    expect((await readRequests({ id, themeCode: "ITN3" }))[0]?.points[0]?.answer).toBe(
      "Le nom dit mieux le projet.",
    );
  });

  test("a late answer is taken as long as the request is open, its call closed or not", async () => {
    const dossier = await aFiled();
    await ask(dossier.number, "summary");
    await reply(dossier.number, 1, "Voici.");
    await setClock("2021-03-01T09:00:00+01:00");
    await refiled(room.carrier, dossier, "fileComplement");
    const [past] = await readPastComplements(await openDossier(room.carrier, dossier.number));
    expect(past).toMatchObject({ status: "answered", dueAt: new Date("2021-02-05T22:59:59.999Z") });
    expect((await dossierNow(dossier.id)).verdict).toBe(dossier.verdict);
  });

  test("happens once, however often it is sent; another content is refused", async () => {
    const dossier = await aFiled();
    await ask(dossier.number, "summary");
    await reply(dossier.number, 1, "Voici.");
    const form = await theReturn(dossier, "fileComplement");
    const receipt = await refileDossier(room.carrier, form);
    expect(await refileDossier(room.carrier, form)).toEqual(receipt);
    await expect(
      refileDossier(room.carrier, { ...form, content: "0".repeat(64) }),
    ).rejects.toMatchObject({ code: "replayed-with-other-content" });
    await expect(refiled(room.carrier, dossier, "fileComplement")).rejects.toMatchObject({
      code: "already-done",
    });
    expect(await filingsOf(dossier.id)).toHaveLength(2);
  });

  test("answered twice at once, one filing; and with the instruction going on, one of the two", async () => {
    for (let round = 0; round < 5; round += 1) {
      const dossier = await aFiled();
      const { id, number } = dossier;
      await ask(number, "summary");
      await reply(number, 1, "Voici.");
      const [one, other] = [
        await theReturn(dossier, "fileComplement"),
        await theReturn(dossier, "fileComplement"),
      ];
      const { held } = await atOnce([
        refileDossier(room.carrier, one),
        refileDossier(room.carrier, other),
        closeComplement(room.owner, { number, reason: "Assez attendu." }),
      ]);
      expect(held).toBe(1);
      const request = await db.complementRequest.findFirstOrThrow({ where: { dossierId: id } });
      expect(await filingsOf(id)).toHaveLength(request.status === "answered" ? 2 : 1);
      expect((await dossierNow(id)).status).toBe("filed");
      expect((await readChain(`dossier:${id}`)).brokenAt).toBeNull();
    }
  });

  test("what changed since it was read is not sent", async () => {
    const dossier = await aFiled();
    await ask(dossier.number, "summary");
    await reply(dossier.number, 1, "Voici.");
    const form = await theReturn(dossier, "fileComplement");
    await reply(dossier.number, 1, "Autre chose.", 1);
    await expect(refileDossier(room.carrier, form)).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
  });

  test("a page of the first filing sends no complement", async () => {
    const draftForm = await (async () => {
      const dossier = await aFiled();
      await ask(dossier.number, "summary");
      await reply(dossier.number, 1, "Voici.");
      return theForm(dossier);
    })();
    const { fileDossier } = await import("@/features/dossiers/commands/file-dossier");
    await expect(fileDossier(room.carrier, draftForm)).rejects.toMatchObject({
      code: "already-done",
    });
  });
});

describe("going on without waiting", () => {
  test("puts everything back as filed; what was typed stays in the history, files in their rows", async () => {
    const dossier = await aFiled();
    const { id, number } = dossier;
    await ask(number, "summary", "step:plan-de-financement", "step:pieces-jointes");
    const before = await readDraft(id);
    await write(dossier, "summary", CANARY);
    await savePlan(room.carrier, { number, baseRevision: 1, lines: before.lines.slice(1) });
    await announceFile(room.carrier, { number, field: "documents", name: "devis.pdf", size: 10 });
    await closeComplement(room.owner, { number, reason: "L’entretien a suffi." });

    const after = await readDraft(id);
    expect(after.status).toBe("filed");
    expect(after.editing.act).toBeNull();
    expect(after.lines).toEqual(before.lines);
    expect(after.answers.summary?.value).toBe(before.answers.summary?.value);
    expect(await answerNow(id, "summary")).toMatchObject({ revision: 3 });
    const history = await readFieldHistory(room.carrier, number, { field: "summary" });
    expect(history.versions).toHaveLength(3);
    expect(
      await db.answerRevision.findFirst({ where: { dossierId: id, value: { equals: CANARY } } }),
    ).not.toBeNull();
    expect(await db.file.count({ where: { dossierId: id, removedAt: null } })).toBe(0);
    expect(await actionsOf(id)).toEqual(
      expect.arrayContaining(["put-back-filed", "close-complement"]),
    );
    expect(await noticesOf(id, "complement-closed")).toMatchObject([
      { recipientId: room.carrier.agentId, payload: { reason: "L’entretien a suffi." } },
    ]);
    expect((await readRequests({ id, themeCode: "ITN3" }))[0]).toMatchObject({
      status: "closed",
      reason: "L’entretien a suffi.",
      points: [{ answer: null }, { answer: null }, { answer: null }],
    });
    // Asked again, the next request starts from what was filed.
    await ask(number, "objectives");
    expect((await openDossier(room.carrier, number)).state.asked).toMatchObject({ number: 2 });
  });

  test("without anything typed nothing is put back", async () => {
    const { id, number } = await aFiled();
    await ask(number, "summary");
    await closeComplement(room.owner, { number, reason: "Finalement inutile." });
    expect(await actionsOf(id)).not.toContain("put-back-filed");
    await expect(closeComplement(room.owner, { number, reason: "Encore." })).rejects.toMatchObject({
      code: "already-done",
    });
  });

  test("a carrier that withdraws meanwhile is heard first", async () => {
    const { id, number } = await aFiled();
    await ask(number, "summary");
    await withdrawDossier(room.carrier, { number, reason: "Projet arrêté." });
    await expect(
      closeComplement(room.owner, { number, reason: "Assez attendu." }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect((await dossierNow(id)).status).toBe("withdrawn");
  });
});
