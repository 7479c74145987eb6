import { expect, test } from "vitest";
import { summaryTitle } from "@/ui/error-summary";
import { fieldId } from "@/ui/field";
import { returnAddress } from "@/ui/retry-notice";

test("the id of a field is a valid fragment, whatever its path", () => {
  expect(fieldId("plan.0.amount")).toBe("champ-plan-0-amount");
  expect(fieldId("lines[2].label")).toBe("champ-lines-2-label");
  // In a form that stands several times in a page.
  expect(fieldId("name", "b7c0-1")).toBe("champ-b7c0-1-name");
});

test("the summary counts the answers to correct", () => {
  expect(summaryTitle(1, "continuer")).toBe(
    "Erreur\u00A0: une réponse à corriger avant de continuer.",
  );
  expect(summaryTitle(1, "ajouter le rôle")).toMatch(/avant d’ajouter le rôle\.$/);
  expect(summaryTitle(3, "déposer")).toBe("Erreur\u00A0: 3 réponses à corriger avant de déposer.");
});

test("after an interruption the reader comes back to the portal, never to another site", () => {
  expect(returnAddress("?retour=%2Fdossiers%2F2021-000421")).toBe("/dossiers/2021-000421");
  for (const elsewhere of ["//evil.example", "/\\evil.example", "https://evil.example", ""]) {
    expect(returnAddress(`?retour=${encodeURIComponent(elsewhere)}`)).toBe("/");
  }
});
