import { describe, expect, test } from "vitest";
import { THEMES } from "@/domain/themes/index";
import { signatureOf, writingClosed } from "./exchanges";
import { DOSSIER_STATUSES, type DossierStatus } from "./statuses";

const filedAt = new Date("2021-01-12T10:00:00Z");

describe("whether people may write on a dossier", () => {
  const CLOSED: readonly DossierStatus[] = ["withdrawn", "closed"];

  test.each(DOSSIER_STATUSES.filter((status) => status !== "draft"))("filed, %s", (status) => {
    const reason = writingClosed({ status, filedAt });
    if (CLOSED.includes(status)) expect(reason).toMatch(/reste à lire\.$/);
    else expect(reason).toBeNull();
  });

  test("never filed, a draft says when messages open, one given up says why they never will", () => {
    expect(writingClosed({ status: "draft", filedAt: null })).toMatch(/s’ouvrent au dépôt/);
    expect(writingClosed({ status: "withdrawn", filedAt: null })).toMatch(/n’a pas été déposé/);
  });
});

test.each(Object.values(THEMES))("$code signs for its owner, never by a person", (theme) => {
  expect(signatureOf(theme)).toContain(theme.owner.unit);
});

test("the administration is named once", () => {
  expect(signatureOf(THEMES.ITN3)).toBe("DINUM, Projets numériques partagés");
  expect(
    signatureOf({ owner: { administration: "DITP", unit: "DITP, pôle qualité", source: "" } }),
  ).toBe("DITP, pôle qualité");
});
