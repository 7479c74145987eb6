import { beforeAll, beforeEach, expect, test } from "vitest";
import { fileAppeal } from "@/features/appeals/commands/file-appeal";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { setAsideDossier } from "@/features/instruction/commands/admissibility";
import { actionsOf } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { theForm } from "../dossiers/filled-draft";
import {
  aFiledSample,
  aReturningRoom,
  dossierNow,
  filingsOf,
  moved,
  overRevision,
  refiled,
} from "./world";

const db = await testDatabase();
const DAY = "2021-01-20T10:00:00+01:00";
beforeAll(() => setClock(DAY));
beforeEach(() => setClock(DAY));

test("a new presentation is one more filing, with its own jury, and the former decision is of the past", async () => {
  const room = await aReturningRoom("SNAP4");
  const dossier = await aFiledSample(room, "SNAP4");
  const { id, number } = dossier;
  await db.jurorAssignment.create({
    data: { dossierId: id, jurorId: room.juror.agentId, assignedById: room.owner.agentId },
  });
  await moved(id, "to-be-presented-again");
  // Until it is told, the carrier writes nothing on it.
  const change = async () => ({
    number,
    answers: [await overRevision(id, "title", "Le même, amélioré")],
  });
  await expect(saveAnswers(room.carrier, await change())).rejects.toMatchObject({
    code: "already-done",
  });
  const at = new Date(DAY);
  const decision = await db.decision.create({
    data: {
      dossierId: id,
      outcome: "to-be-presented-again",
      status: "confirmed",
      computedGrant: 1n,
      motive: "Le coût de sortie manque.",
      proposedById: room.instructor.agentId,
      confirmedById: room.chair.agentId,
      confirmedAt: at,
      notifiedAt: at,
    },
  });
  await db.dossier.update({ where: { id }, data: { notifiedAt: at } });
  await saveAnswers(room.carrier, await change());
  expect((await dossierNow(id)).title).toBe(dossier.title);
  expect((await openDossier(room.carrier, number)).state.editing.act).toBe("presentAnew");
  await expect(fileDossier(room.carrier, await theForm(dossier))).rejects.toMatchObject({
    code: "already-done",
  });

  // An appeal against the decision is answered before the decision becomes one of the past.
  const { id: appeal } = await fileAppeal(room.carrier, { number, grounds: "Le coût y est." });
  await expect(refiled(room.carrier, dossier, "presentAnew")).rejects.toThrow(
    /recours est en cours/,
  );
  expect((await dossierNow(id)).status).toBe("to-be-presented-again");
  await db.appeal.update({
    where: { id: appeal },
    data: {
      status: "rejected",
      proposal: "rejected",
      reasons: "Non.",
      proposedById: room.owner.agentId,
      decidedById: room.juror.agentId,
      decidedAt: at,
    },
  });

  await refiled(room.carrier, dossier, "presentAnew");
  expect(await dossierNow(id)).toMatchObject({
    status: "filed",
    presentation: 2,
    title: "Le même, amélioré",
    notifiedAt: null,
    filedAt: dossier.filedAt,
  });
  expect(await db.decision.findUniqueOrThrow({ where: { id: decision.id } })).toMatchObject({
    status: "superseded",
  });
  expect(await db.jurorAssignment.findMany({ where: { dossierId: id } })).toMatchObject([
    { status: "ended" },
  ]);
  expect((await filingsOf(id)).map(({ content }) => (content as { act?: string }).act)).toEqual([
    undefined,
    "presentAnew",
  ]);
  expect((await actionsOf(id)).at(-1)).toBe("present-anew");
  await expect(refiled(room.carrier, dossier, "presentAnew")).rejects.toMatchObject({
    code: "already-done",
  });
});

test("only where the text makes a first selection is an admissible dossier set aside (ITN5, Livret l.353)", async () => {
  const input = (number: string) => ({
    number,
    motive: "not-selected" as const,
    explanation: "Le besoin n’est pas assez décrit.",
  });
  const itn5 = await aReturningRoom("ITN5", { kind: "guichet" });
  const kept = await aFiledSample(itn5, "ITN5");
  await moved(kept.id, "admissible");
  await setAsideDossier(itn5.instructor, input(kept.number));
  expect(await dossierNow(kept.id)).toMatchObject({ status: "set-aside" });
  const itn3 = await aReturningRoom("ITN3");
  const other = await aFiledSample(itn3, "ITN3");
  await moved(other.id, "admissible");
  await expect(setAsideDossier(itn3.instructor, input(other.number))).rejects.toMatchObject({
    code: "incomplete",
  });
});
