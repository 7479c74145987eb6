import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { TRANSITIONS } from "@/domain/dossier/transitions";
import { isOpenDuringScoring, KNOWN_ACTIONS, sentenceOf } from "./words";

/** Actions written in the chain of a dossier, as the code of the portal writes them. */
function writtenActions(): string[] {
  const root = path.resolve(import.meta.dirname, "../..");
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|generated/.test(file))
    .map((file) => readFileSync(path.join(root, file), "utf8"));
  const calls = sources.flatMap((text) => text.split(/\b(?:recordFact|appended)\(/).slice(1));
  return calls
    .map((call) => call.slice(0, call.indexOf("facts")))
    .filter((call) => call.includes("dossierChain("))
    .flatMap((call) => {
      const written = call.slice(call.indexOf("action:"));
      return [...written.matchAll(/"([a-z-]+)"/g)].map(([, action]) => action ?? "");
    });
}

test("every action written in a dossier's chain has its words, and no words are left over", () => {
  const transitions = Object.values(TRANSITIONS).map(({ name }) => name);
  const actions = new Set([...writtenActions(), ...transitions]);
  expect(actions.size).toBeGreaterThan(20);
  expect([...actions].sort()).toEqual([...KNOWN_ACTIONS].sort());
});

describe("sentences", () => {
  const names = new Map([
    ["j1", "Julien Pasquet"],
    ["p1", "Inès Rouquette"],
  ]);

  test.each([
    [
      "file",
      { requestedGrant: 24_000_000, fingerprint: "a".repeat(64) },
      "Dossier déposé. Subvention demandée\u00A0: 240\u202F000,00\u00A0€. Empreinte du contenu\u00A0: aaaaaaaaaaaa.",
    ],
    ["save-answers", { revisions: { title: 1 } }, "1 réponse enregistrée."],
    ["save-answers", { revisions: { title: 1, summary: 4 } }, "2 réponses enregistrées."],
    ["save-plan", { lines: 3 }, "Plan de financement enregistré\u00A0: 3 dépenses."],
    ["accept-commitments", { commitments: ["a", "b"] }, "2 engagements pris."],
    [
      "recuse-juror",
      { jurorId: "j1", ground: "same-ministry" },
      "Déport de Julien Pasquet. Lien d’intérêts\u00A0: même ministère que le porteur.",
    ],
    [
      "propose-decision",
      { outcome: "accepted", amount: 1_000_050 },
      "Décision proposée\u00A0: accepté, 10\u202F000,50\u00A0€.",
    ],
    [
      "decision-refused",
      { amount: null, proposedById: "p1" },
      "Décision confirmée\u00A0: refusé. Proposée par Inès Rouquette.",
    ],
    [
      "notify-decision",
      { recipients: ["p1", "gone"] },
      "Décision notifiée à Inès Rouquette, une personne dont le compte n’existe plus.",
    ],
    ["hear", { heardOn: "2021-02-01" }, "Audition du 1er\u00A0février\u00A02021 enregistrée."],
    ["from-the-future", {}, "Acte «\u00A0from-the-future\u00A0»."],
  ])("%s", (action, facts, sentence) => {
    expect(sentenceOf(action, facts, names)).toBe(sentence);
  });

  test("facts of an older version still make a sentence", () => {
    for (const action of KNOWN_ACTIONS) {
      expect(sentenceOf(action, {}, names), action).toMatch(/\S/);
    }
  });
});

test("what is not known is not shown while the jury scores", () => {
  expect(isOpenDuringScoring("hear")).toBe(true);
  expect(isOpenDuringScoring("from-the-future")).toBe(false);
});
