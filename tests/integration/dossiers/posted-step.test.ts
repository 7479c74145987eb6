import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import { saveStep } from "@/features/dossiers/commands/save-step";
import { readDraft } from "@/features/dossiers/draft";
import { type PostedStep, postedStepSchema } from "@/features/dossiers/posted-step";
import { shapedFor } from "@/server/parse";
import { aCall, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft } from "./filled-draft";

await testDatabase();

let carrier: Actor;
beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  await aCall("ITN3");
  carrier = await aCarrier("ITN3");
});

/** A step as a page without script posts it, through its strict schema. */
function posted(number: string, step: string, values: Record<string, string | string[]>) {
  const all = { number, theme: "ITN3", step, ...values };
  const schema = postedStepSchema(all).strict();
  return schema.parse(shapedFor(schema, all)) as PostedStep;
}

const line = (index: number, label: string) => ({
  [`plan.${index}.label`]: label,
  [`plan.${index}.typedAmount`]: "10 000",
  [`plan.${index}.nature`]: "T3",
  [`plan.${index}.year`]: "2021",
  [`plan.${index}.category`]: "development",
  [`plan.${index}.tax`]: "TTC",
  [`plan.${index}.seatInFrance`]: "inconnu",
});

test("a posted step takes its own fields and no other", () => {
  const number = "2021-000001";
  expect(() => posted(number, "projet", { summary: "x" })).not.toThrow();
  for (const name of ["risks", "status", "plan.0.label", "revision.risks"]) {
    expect(() => posted(number, "projet", { [name]: "1" }), name).toThrow();
  }
  expect(() => posted(number, "inconnue", { summary: "x" })).toThrow();
  const wrong = { "plan.0.__proto__": "x" };
  expect(() => posted(number, "plan-de-financement", wrong)).toThrow();
});

describe("a step posted without script", () => {
  test("saves every answer and leads to the next step, the last one to what is missing", async () => {
    const { number, id } = await aDraft(carrier, "ITN3");
    const input = posted(number, "projet", {
      title: "Nouveau nom",
      "revision.title": "1",
      summary: "Un résumé",
      audience: ["citoyens", "agents"],
    });
    expect(await saveStep(carrier, input)).toMatchObject({ goTo: "preuves" });
    const { answers, title } = await readDraft(id);
    expect(title).toBe("Nouveau nom");
    expect(answers.audience?.value).toEqual(["citoyens", "agents"]);
    const known = THEMES.ITN3.commitments.map(({ key }) => key);
    const last = posted(number, "engagements", { accepted: known });
    expect(await saveStep(carrier, last)).toMatchObject({ goTo: null });
    expect((await readDraft(id)).accepted).toHaveLength(known.length);
  });

  test("keeps a wrong answer, saves the others and says what to correct", async () => {
    const { number, id } = await aDraft(carrier, "ITN3");
    const input = posted(number, "preuves", {
      currentUsers: "beaucoup",
      originTerritory: "Préfecture de la Sarthe",
    });
    await expect(saveStep(carrier, input)).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "currentUsers" }],
    });
    const { answers } = await readDraft(id);
    expect(answers.currentUsers?.value).toBe("beaucoup");
    expect(answers.originTerritory?.value).toBe("Préfecture de la Sarthe");
  });

  test("over another person's text says both and changes nothing, then takes the second sending", async () => {
    const { number, id } = await aDraft(carrier, "ITN3");
    const name = { title: "Projet d’essai", "revision.title": "1" };
    await saveStep(carrier, posted(number, "projet", { ...name, summary: "Le premier" }));
    const second = { ...name, summary: "Le second" };
    await expect(saveStep(carrier, posted(number, "projet", second))).rejects.toMatchObject({
      fields: [{ path: "summary", message: expect.stringContaining("Le premier") }],
    });
    expect((await readDraft(id)).answers.summary?.value).toBe("Le premier");
    // The page that comes back carries the revision of the text it has shown.
    await saveStep(carrier, posted(number, "projet", { ...second, "revision.summary": "1" }));
    expect((await readDraft(id)).answers.summary?.value).toBe("Le second");
  });

  test("a button of the plan saves it, changes it and comes back to the line", async () => {
    const { number, id } = await aDraft(carrier, "ITN3");
    const step = "plan-de-financement";
    const first = line(0, "Développement");
    const added = await saveStep(carrier, posted(number, step, { ...first, do: "add" }));
    expect(added).toMatchObject({ goTo: step, anchor: "plan.1.label", removed: null });
    const removed = await saveStep(
      carrier,
      posted(number, step, {
        ...first,
        ...line(1, "Formation"),
        do: "remove:1",
        "revision.plan": "1",
      }),
    );
    expect(removed.removed).toMatchObject({ label: "Formation" });
    expect((await readDraft(id)).lines.map(({ label }) => label)).toEqual(["Développement"]);
    const back = Object.fromEntries(
      Object.entries(line(0, "Formation")).map(([name, value]) => [
        name.replace("plan.0", "removed"),
        value,
      ]),
    );
    await saveStep(
      carrier,
      posted(number, step, { ...first, ...back, do: "restore", "revision.plan": "2" }),
    );
    expect((await readDraft(id)).lines.map(({ label }) => label)).toEqual([
      "Développement",
      "Formation",
    ]);
    const stale = posted(number, step, { ...first, "revision.plan": "1" });
    await expect(saveStep(carrier, stale)).rejects.toMatchObject({
      fields: [{ path: "plan.0.label" }],
    });
  });
});
