import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLES } from "@/domain/themes/samples";
import { listProcedure, renameProcedure } from "@/features/administration/procedures/commands";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { evaluate, readDraft } from "@/features/dossiers/draft";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { stepProcedures } from "@/features/dossiers/queries/step-procedures";
import { dossierChain, readChain } from "@/server/audit";
import { simulateFiled } from "@/server/filed-dossier";
import { installReferenceData } from "@/server/reference-data";
import { anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft, aFilledDraft, theForm } from "./filled-draft";

const db = await testDatabase();
const DAY = new Date("2021-01-20T10:00:00+01:00");

beforeAll(async () => {
  await setClock(DAY.toISOString());
  await db.$transaction((tx) => installReferenceData(tx));
});

const stepsOf = async (id: string) => evaluate(await readDraft(id), DAY).missing;

describe("the procedure of an ITN1 dossier", () => {
  async function typed() {
    const actor = await aCarrier("ITN1");
    const draft = await aDraft(actor, "ITN1");
    let baseRevision = 0;
    const type = async (value: string) => {
      const { answers } = await saveAnswers(actor, {
        number: draft.number,
        answers: [{ field: "procedure", value, baseRevision }],
      });
      const [saved] = answers;
      if (saved?.status === "saved") baseRevision = saved.revision;
      const state = await readDraft(draft.id);
      return { saved, kept: state.answers.procedure?.value };
    };
    return { actor, draft, type };
  }

  test("is found by its name or its code, and kept with both", async () => {
    const { draft, type } = await typed();
    const listed = "Déclarer la cession d’un véhicule [D012]";
    expect(await type("declarer la cession d'un vehicule")).toMatchObject({
      saved: { status: "saved", revision: 1, problem: null },
      kept: listed,
    });
    expect((await type("d012")).kept).toBe(listed);
    const found = (await stepsOf(draft.id)).filter(({ path }) => path === "procedure");
    expect(found).toEqual([]);
  });

  test("unknown, is kept as typed with the nearest names; a code made up is left out", async () => {
    const { draft, type } = await typed();
    const { saved, kept } = await type("cession de vehicul [D999]");
    expect(kept).toBe("cession de vehicul");
    expect(saved).toMatchObject({
      problem: expect.stringContaining("«\u00A0Déclarer la cession d’un véhicule\u00A0»"),
    });
    expect((await stepsOf(draft.id)).find(({ path }) => path === "procedure")).toMatchObject({
      effect: "blocks",
      step: "projet",
    });
  });

  test("said to be off the list, goes to the owner's judgement", async () => {
    const { draft, type } = await typed();
    expect((await type("hors liste\u00A0: déclarer un élevage")).saved).toMatchObject({
      problem: null,
    });
    expect((await stepsOf(draft.id)).find(({ path }) => path === "procedure")).toMatchObject({
      effect: "acknowledge",
      source: "Livret l.37",
    });
  });

  test("taken off the list or renamed, stays in the dossiers that chose it", async () => {
    const administrator = await anActor(await anOrganisation(), { role: "administrator" });
    const actor = await aCarrier("ITN1");
    const draft = await aFilledDraft(actor, "ITN1");
    const { type } = await typed();
    await renameProcedure(administrator, {
      code: "D012",
      name: "Céder un véhicule",
      ministry: "Ministère de l’Intérieur",
    });
    await listProcedure(administrator, { code: "D012", active: false });

    const { form } = await readDraft(draft.id);
    expect((await stepProcedures(form, 0)).map(({ code }) => code)).not.toContain("D012");
    expect(await stepProcedures(form, 1)).toEqual([]);
    expect((await type(String(SAMPLES.ITN1.typed?.procedure))).saved).toMatchObject({
      problem: expect.stringContaining("pas dans la liste"),
    });

    // Sent again by a tab of before, it is the same answer.
    const value = SAMPLES.ITN1.typed?.procedure;
    const { answers } = await saveAnswers(actor, {
      number: draft.number,
      answers: [{ field: "procedure", value, baseRevision: 1 }],
    });
    expect(answers[0]).toMatchObject({ status: "saved", revision: 1, problem: null });
    expect(await stepsOf(draft.id)).toEqual([]);
    await fileDossier(actor, await theForm(draft));
    expect((await simulateFiled(draft.id))?.verdict).toBe("eligible");
  });
});

describe("the call of an ITN5 dossier", () => {
  const choose = (actor: Parameters<typeof saveAnswers>[0], number: string) => {
    let baseRevision = 1;
    return async (value: "guichet" | "aap") => {
      await saveAnswers(actor, { number, answers: [{ field: "callKind", value, baseRevision }] });
      baseRevision += 1;
      return db.dossier.findUniqueOrThrow({ where: { number }, include: { call: true } });
    };
  };

  test("is the one its amount leads to: the other is refused, and says which", async () => {
    const actor = await aCarrier("ITN5");
    const draft = await aFilledDraft(actor, "ITN5");
    const [line] = SAMPLES.ITN5.lines;
    if (!line) throw new Error("No line");
    const lines = [{ ...line, typedAmount: "100 000" }];
    await savePlan(actor, { number: draft.number, baseRevision: 1, lines });
    const [other, ...more] = await stepsOf(draft.id);
    expect(other).toMatchObject({ effect: "blocks", step: "projet", path: "callKind" });
    expect(other?.message).toContain("appel à projets");
    expect(more).toEqual([]);
    await expect(fileDossier(actor, await theForm(draft))).rejects.toMatchObject({
      code: "incomplete",
    });

    const moved = await choose(actor, draft.number)("aap");
    expect(moved.call.key).toBe("aap-2");
    const { header } = await openDossier(actor, draft.number);
    expect(header.next?.what).toContain("T2 2021");
    const [calendar, ...rest] = await stepsOf(draft.id);
    expect(calendar).toMatchObject({
      kind: "calendar",
      message: expect.stringContaining("T2 2021"),
    });
    expect(rest).toEqual([]);
    await expect(fileDossier(actor, await theForm(draft))).rejects.toMatchObject({
      code: "not-open",
    });
  });

  test("is chosen back and forth, with a line each time it changes", async () => {
    const actor = await aCarrier("ITN5");
    const draft = await aFilledDraft(actor, "ITN5");
    const to = choose(actor, draft.number);
    expect((await to("aap")).call.kind).toBe("aap");
    expect((await to("guichet")).call.key).toBe("guichet");
    const { lines } = await readChain(dossierChain(draft.id));
    const moves = lines.filter(({ action }) => action === "move-to-call");
    expect(moves.map(({ facts }) => facts)).toEqual([
      { from: "Guichet ITN5", to: "Appel à projets ITN5, 2e session" },
      { from: "Appel à projets ITN5, 2e session", to: "Guichet ITN5" },
    ]);
    await fileDossier(actor, await theForm(draft));
  });
});
