import { beforeAll, describe, expect, test } from "vitest";
import { blankCoFinancer, type TypedCoFinancer } from "@/domain/dossier/co-financing";
import { typedLineSchema } from "@/domain/dossier/funding-plan";
import { euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { spend } from "@/domain/themes/sample";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { importTable } from "@/features/dossiers/commands/import-table";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { saveStep } from "@/features/dossiers/commands/save-step";
import { evaluate, readDraft } from "@/features/dossiers/draft";
import { type PostedStep, postedStepSchema } from "@/features/dossiers/posted-step";
import { readPlanLines } from "@/features/dossiers/queries/plan-lines";
import { savePlanSchema } from "@/features/dossiers/schemas";
import { readFiledDossier } from "@/server/filed-dossier";
import { shapedFor } from "@/server/parse";
import { aCall, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft, aFilledDraft, theForm } from "./filled-draft";

const db = await testDatabase();
const DAY = "2021-01-20T10:00:00+01:00";

let carrier: Actor;
let stranger: Actor;
beforeAll(async () => {
  await setClock(DAY);
  await aCall("ITN3");
  carrier = await aCarrier("ITN3");
  stranger = await aCarrier("ITN3");
});

const region: TypedCoFinancer = { name: "Région", typedAmount: "30 000", certainty: "acquired" };
const post = typedLineSchema.parse({
  label: "Cheffe de projet",
  nature: "T2",
  year: "2021",
  category: "staff",
  annualCost: "60 000",
  timeShare: "50",
  months: "6",
});
const purchase = spend("Développement", "development", "200 000");

describe("a plan with its co-financers", () => {
  test("keeps both as typed under one revision, with the amounts it can read", async () => {
    const { id, number } = await aDraft(carrier, "ITN3");
    const coFinancers = [
      region,
      { ...region, name: "?", typedAmount: "beaucoup", certainty: "sûr" },
    ];
    const saved = await savePlan(carrier, {
      number,
      baseRevision: 0,
      lines: [purchase, post],
      coFinancers,
    });
    expect(saved).toMatchObject({ status: "saved", revision: 1 });
    const state = await readDraft(id);
    expect(state.lines).toEqual([purchase, post]);
    // A certainty that is no choice of the form is none yet.
    expect(state.coFinancers).toEqual([region, { ...coFinancers[1], certainty: "" }]);
    const rows = await db.coFinancer.findMany({
      where: { dossierId: id },
      orderBy: { position: "asc" },
    });
    expect(rows.map(({ amount }) => amount)).toEqual([3_000_000n, null]);
    const lines = await db.expenseLine.findMany({
      where: { dossierId: id },
      orderBy: { position: "asc" },
    });
    expect(lines.map(({ amount }) => amount)).toEqual([20_000_000n, 1_500_000n]);
    expect(
      await db.answerRevision.findMany({
        where: { dossierId: id, revision: 1, field: { in: ["plan", "coFinancers"] } },
      }),
    ).toHaveLength(2);

    const { financing, missing } = evaluate(state, new Date(DAY));
    expect(financing.total).toBe(euros(215_000));
    expect(financing.grant + financing.coFinancing + financing.own.total).toBe(financing.total);
    expect(
      missing.filter(({ path }) => path?.startsWith("coFinancers.1")).map(({ path }) => path),
    ).toEqual(["coFinancers.1.typedAmount", "coFinancers.1.certainty"]);
  });

  test("a page opened before they were asked leaves them as they are", async () => {
    const { id, number } = await aDraft(carrier, "ITN3");
    await savePlan(carrier, { number, baseRevision: 0, lines: [], coFinancers: [region] });
    const old = savePlanSchema.parse({ baseRevision: 1, lines: [purchase] });
    await savePlan(carrier, { number, ...old });
    expect((await readDraft(id)).coFinancers).toEqual([region]);
  });

  test("a stale revision changes nothing and returns both", async () => {
    const { number } = await aDraft(carrier, "ITN3");
    await savePlan(carrier, { number, baseRevision: 0, lines: [purchase], coFinancers: [region] });
    const late = await savePlan(carrier, {
      number,
      baseRevision: 0,
      lines: [post],
      coFinancers: [],
    });
    expect(late).toMatchObject({
      status: "conflict",
      revision: 1,
      lines: [purchase],
      coFinancers: [region],
    });
    // The same content sent twice is saved already.
    const twice = await savePlan(carrier, {
      number,
      baseRevision: 0,
      lines: [purchase],
      coFinancers: [region],
    });
    expect(twice).toMatchObject({ status: "saved", revision: 1 });
  });

  test("more money than the project costs stands in the way of its filing", async () => {
    const { id, number } = await aDraft(carrier, "ITN3");
    const rich = { ...region, typedAmount: "50 000,01" };
    await savePlan(carrier, { number, baseRevision: 0, lines: [purchase], coFinancers: [rich] });
    const blocked = evaluate(await readDraft(id), new Date(DAY)).missing.filter(
      ({ path }) => path === "coFinancers.0.typedAmount",
    );
    expect(blocked).toMatchObject([
      { kind: "plan", effect: "blocks", step: "plan-de-financement" },
    ]);
    await savePlan(carrier, {
      number,
      baseRevision: 1,
      lines: [purchase],
      coFinancers: [{ ...region, typedAmount: "50 000" }],
    });
    const { missing, financing } = evaluate(await readDraft(id), new Date(DAY));
    expect(missing.filter(({ path }) => path?.startsWith("coFinancers"))).toEqual([]);
    expect(financing.own.total).toBe(0);
  });

  test("is filed with them, and read by whoever examines it", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const { planRevision, lines } = await readDraft(draft.id);
    const plan = { baseRevision: planRevision, lines, coFinancers: [region] };
    const before = await theForm(draft);
    await savePlan(carrier, { number: draft.number, ...plan });
    // Who read the summary before they were there has not read them.
    await expect(fileDossier(carrier, before)).rejects.toMatchObject({ code: "changed-meanwhile" });
    await fileDossier(carrier, await theForm(draft));
    expect((await readFiledDossier(draft.id))?.coFinancers).toEqual([region]);
  });

  test("is posted without script, with its buttons", async () => {
    const { id, number } = await aDraft(carrier, "ITN3");
    const posted = (values: Record<string, string>) => {
      const all = { number, theme: "ITN3", step: "plan-de-financement", ...values };
      const schema = postedStepSchema(all).strict();
      return schema.parse(shapedFor(schema, all)) as PostedStep;
    };
    const added = await saveStep(carrier, posted({ do: "add-co-financer" }));
    expect(added).toMatchObject({ goTo: "plan-de-financement", anchor: "coFinancers.0.name" });
    expect((await readDraft(id)).coFinancers).toEqual([blankCoFinancer()]);
    await saveStep(
      carrier,
      posted({
        "revision.plan": "1",
        "coFinancers.0.name": "Région",
        "coFinancers.0.typedAmount": "30 000",
        "coFinancers.0.certainty": "acquired",
        "plan.0.label": "Poste",
        "plan.0.nature": "T2",
        "plan.0.annualCost": "60 000",
      }),
    );
    const state = await readDraft(id);
    expect(state.coFinancers).toEqual([region]);
    expect(state.lines[0]).toMatchObject({ nature: "T2", annualCost: "60 000" });
    await saveStep(
      carrier,
      posted({ do: "remove-co-financer:0", "revision.plan": "2", "coFinancers.0.name": "Région" }),
    );
    expect((await readDraft(id)).coFinancers).toEqual([]);
  });
});

describe("a table on its way into the plan", () => {
  const HEAD = "Intitulé;Année;Catégorie;Montant";
  const input = (number: string, table: string, more: object = {}) => ({
    number,
    list: "depenses" as const,
    revision: 0,
    table,
    do: "add" as const,
    ...more,
  });

  test("is only read when asked to, or when something is wrong in it", async () => {
    const { id, number } = await aDraft(carrier, "ITN3");
    const good = `${HEAD}\nAudit;2021;prestations;1 000`;
    expect(await importTable(carrier, input(number, good, { do: "check" }))).toEqual({
      added: null,
      table: "Intitulé\tAnnée\tCatégorie\tMontant\nAudit\t2021\tprestations\t1 000",
    });
    const wrong = `${HEAD}\nAudit;2O21;prestations;1 000`;
    expect(await importTable(carrier, input(number, wrong))).toMatchObject({ added: null });
    expect((await readDraft(id)).lines).toEqual([]);
  });

  test("is added after what is there, whatever another tab did meanwhile", async () => {
    const { id, number } = await aDraft(carrier, "ITN3");
    await savePlan(carrier, { number, baseRevision: 0, lines: [purchase], coFinancers: [region] });
    const table = `${HEAD}\nAudit;2021;prestations;1 000\nFormation;2022;formation;2 000`;
    expect(await importTable(carrier, input(number, table))).toEqual({
      added: 2,
      step: "plan-de-financement",
      anchor: "plan.1.label",
    });
    const state = await readDraft(id);
    expect(state.lines.map(({ label }) => label)).toEqual(["Développement", "Audit", "Formation"]);
    expect(state).toMatchObject({ planRevision: 2, coFinancers: [region] });
  });

  test("replaces the plan that was seen, never another", async () => {
    const { id, number } = await aDraft(carrier, "ITN3");
    await savePlan(carrier, { number, baseRevision: 0, lines: [purchase] });
    const table = `${HEAD}\nAudit;2021;prestations;1 000`;
    await expect(
      importTable(carrier, input(number, table, { do: "replace", revision: 0 })),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    await importTable(carrier, input(number, table, { do: "replace", revision: 1 }));
    expect((await readDraft(id)).lines.map(({ label }) => label)).toEqual(["Audit"]);
  });

  test("never passes 200 lines, and comes from a file too", async () => {
    const { id, number } = await aDraft(carrier, "ITN3");
    const lines = Array.from({ length: 199 }, () => purchase);
    await savePlan(carrier, { number, baseRevision: 0, lines });
    const file = new File(
      [`${HEAD}\r\nAudit;2021;prestations;1 000\r\nÉtude;2021;études;1`],
      "a.csv",
    );
    await expect(importTable(carrier, input(number, "", { file }))).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "table" }],
    });
    const one = new File([`${HEAD}\r\nAudit;2021;prestations;1 000`], "a.csv");
    await importTable(carrier, input(number, "", { file: one }));
    expect((await readDraft(id)).lines).toHaveLength(200);
  });

  test("is for the team alone, as the plan's own file is", async () => {
    const { number } = await aDraft(carrier, "ITN3");
    const table = `${HEAD}\nAudit;2021;prestations;1 000`;
    await expect(importTable(stranger, input(number, table))).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(readPlanLines(stranger, number)).rejects.toMatchObject({ code: "not-found" });
    await expect(importTable(carrier, input(number, " "))).rejects.toMatchObject({
      fields: [{ path: "table" }],
    });
    // ITN3 has no sites.
    await expect(
      importTable(carrier, input(number, table, { list: "sites" })),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
