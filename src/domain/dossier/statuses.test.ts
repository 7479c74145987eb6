import { describe, expect, test } from "vitest";
import { DOSSIER_STATUSES, statusForCarrier, storedBehind } from "./statuses";

describe("what is stored behind a shown status", () => {
  test("every dossier is behind the one status it shows, notified or not", () => {
    for (const status of DOSSIER_STATUSES) {
      for (const notified of [true, false]) {
        const found = DOSSIER_STATUSES.filter((shown) =>
          storedBehind(shown).some(
            (stored) =>
              stored.status === status &&
              (stored.notified === null || stored.notified === notified),
          ),
        );
        expect(found, `${status}, ${notified}`).toEqual([statusForCarrier(status, notified)]);
      }
    }
  });

  test("a decision not notified is behind « En instruction »", () => {
    expect(storedBehind("under-review")).toContainEqual({ status: "accepted", notified: false });
    expect(storedBehind("accepted")).toEqual([{ status: "accepted", notified: true }]);
    expect(storedBehind("filed")).toEqual([{ status: "filed", notified: null }]);
  });
});
