import { expect, test } from "vitest";
import { DOSSIER_STATUSES } from "@/domain/dossier/statuses";
import { pathContext, refusal } from "@/domain/dossier/transitions";
import { THEMES } from "@/domain/themes/index";
import {
  APPEALABLE,
  appealForCarrier,
  appealUntil,
  reopening,
  silenceAt,
  tookPart,
} from "./appeal";

test.each([
  ["2021-01-20T09:00:00+01:00", "2021-03-21T22:59:59.999Z"],
  // Late in the evening in Paris is still that day.
  ["2021-01-20T23:59:59+01:00", "2021-03-21T22:59:59.999Z"],
  ["2020-12-31T10:00:00+01:00", "2021-03-01T22:59:59.999Z"],
  ["2021-07-30T10:00:00+02:00", "2021-10-01T21:59:59.999Z"],
])("a decision notified at %s is appealed against until %s", (notified, until) => {
  expect(appealUntil(new Date(notified)).toISOString()).toBe(until);
});

test.each([
  ["2021-03-01T10:00:00+01:00", "2021-05-01T21:59:59.999Z"],
  ["2020-12-31T10:00:00+01:00", "2021-02-28T22:59:59.999Z"],
])("the silence on an appeal of %s rejects it after %s", (filed, until) => {
  expect(silenceAt(new Date(filed)).toISOString()).toBe(until);
});

test("an appeal upheld makes a transition that the table allows, for every theme and status", () => {
  for (const { code, selection } of Object.values(THEMES)) {
    for (const status of DOSSIER_STATUSES) {
      const name = reopening(status, selection.scored);
      const appealable = APPEALABLE.some((known) => known === status);
      expect(name !== null, `${code} ${status}`).toBe(appealable);
      if (name)
        expect(refusal(name, status, pathContext(selection)), `${code} ${status}`).toBeNull();
    }
  }
});

test("the carrier does not read that an answer is proposed", () => {
  expect(appealForCarrier("proposed")).toBe("registered");
  expect(appealForCarrier("upheld")).toBe("upheld");
});

test("whoever proposed or confirmed a decision took part in it", () => {
  expect(tookPart("a", ["a", "b"])).toBe(true);
  expect(tookPart("c", ["a", "b"])).toBe(false);
  expect(tookPart("c", ["a", null])).toBe(false);
});
