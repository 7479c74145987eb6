import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { startDossier } from "@/features/dossiers/commands/start-dossier";
import { readPlan } from "@/server/plan-rows";
import { aCall, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier } from "./filled-draft";

const db = await testDatabase();
await setClock("2021-01-20T10:00:00+01:00");
await aCall("ITN3");
await aCall("ITN6", { closesOn: null });

const input = (theme: string, more: object = {}) => ({
  id: randomUUID(),
  theme,
  title: "Rendez-vous en ligne",
  cout: "300 000",
  personnel: "60 000,50",
  delai: "3",
  ...more,
});

async function contentOf(number: string) {
  const { id } = await db.dossier.findUniqueOrThrow({ where: { number } });
  const { lines } = await readPlan(db, id);
  const answers = await db.answer.findMany({ where: { dossierId: id } });
  return {
    lines,
    answers: Object.fromEntries(answers.map(({ field, value }) => [field, value])),
  };
}

test("a dossier starts with what was told, and nothing else", async () => {
  const { number } = await startDossier(await aCarrier("ITN6"), input("itn6"));
  const { lines, answers } = await contentOf(number);
  expect(lines.map(({ nature, typedAmount }) => [nature, typedAmount])).toEqual([
    ["T3", "239\u202F999,50"],
    ["T2", "60\u202F000,50"],
  ]);
  for (const { label, year, category, provider } of lines) {
    expect([label, year, category, provider]).toEqual(["", "", "", ""]);
  }
  expect(answers).toEqual({ title: "Rendez-vous en ligne", resultsWithinMonths: "3" });
});

test("an answer the form does not ask is left aside; so is what cannot be read", async () => {
  const carrier = await aCarrier("ITN3");
  const itn3 = await contentOf((await startDossier(carrier, input("itn3"))).number);
  expect(itn3.lines).toHaveLength(2);
  expect(Object.keys(itn3.answers)).toEqual(["title"]);
  const unread = input("itn3", { cout: "beaucoup", personnel: "", delai: "bientôt" });
  const nothing = await contentOf((await startDossier(carrier, unread)).number);
  expect(nothing.lines).toEqual([]);
});

test("sent again after somebody has typed, it changes nothing", async () => {
  const carrier = await aCarrier("ITN6");
  const once = input("itn6");
  const { number } = await startDossier(carrier, once);
  const { lines } = await contentOf(number);
  const typed = lines.slice(0, 1).map((line) => ({ ...line, label: "Développement" }));
  await savePlan(carrier, { number, baseRevision: 1, lines: typed });
  await saveAnswers(carrier, {
    number,
    answers: [{ field: "resultsWithinMonths", value: "2", baseRevision: 1 }],
  });
  expect(await startDossier(carrier, once)).toMatchObject({ number });
  const after = await contentOf(number);
  expect(after.lines.map(({ label }) => label)).toEqual(["Développement"]);
  expect(after.answers.resultsWithinMonths).toBe("2");
});
