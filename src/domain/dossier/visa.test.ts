import { describe, expect, it } from "vitest";
import { startOfDay } from "@/domain/calendar";
import { THEMES } from "@/domain/themes/index";
import { CARRIER_KINDS, THEME_CODES } from "@/domain/themes/types";
import {
  mayAskDnum,
  tacitInstant,
  VISA_STATUSES,
  type VisaState,
  visaAnswers,
  visaRule,
  visaStatusAt,
} from "./visa";

/** C central administration, B business directorate, N DNUM, D deconcentrated, O operator, P laboratory, A authority. */
const LETTERS = Object.fromEntries(
  [..."CBNDOPA"].map((letter, index) => [CARRIER_KINDS[index], letter]),
);
/** Theme, then whom it wants to inform the DNUM, and whom it wants to file with it. */
const TABLE: Readonly<Record<string, readonly [informs: string, files: string]>> = {
  SNAP1: ["", "O"],
  SNAP2A: ["CBDOP", ""],
  SNAP2B: ["CBDOP", ""],
  SNAP3: ["CBDOP", ""],
  SNAP4: ["CBDOP", ""],
};

describe.each(THEME_CODES)("%s", (theme) => {
  it.each(CARRIER_KINDS)("and the DNUM of a %s", (carrier) => {
    const letter = LETTERS[carrier] ?? "";
    const [informs = "", files = ""] = TABLE[theme] ?? [];
    const rule = visaRule(theme, carrier);
    const expected = informs.includes(letter)
      ? "information"
      : files.includes(letter)
        ? "joint-filing"
        : null;
    expect(rule?.requirement ?? null).toBe(expected);
    if (rule) expect(rule.source).toMatch(/^Livret l\.\d+$/);
    else expect(visaAnswers(theme, carrier, null)).toEqual({});
  });

  it("asks the rules what they ask for", () => {
    const asked = THEMES[theme].eligibility.flatMap(({ asks }) => asks);
    const told = CARRIER_KINDS.flatMap((kind) => Object.keys(visaAnswers(theme, kind, null)));
    const known = ["dnumInformed", "filedWithDnum"] as const;
    expect(known.filter((answer) => told.includes(answer))).toEqual(
      known.filter((answer) => asked.includes(answer)),
    );
  });
});

describe("what the rules are told", () => {
  it.each(VISA_STATUSES)("an information counts whatever the DNUM says: %s", (status) => {
    expect(visaAnswers("SNAP4", "state-operator", { status })).toEqual({ dnumInformed: true });
  });

  it("no information is told as such", () => {
    expect(visaAnswers("SNAP4", "state-operator", null)).toEqual({ dnumInformed: false });
  });

  it.each([
    ["awaited", false],
    ["endorsement", true],
    ["reservation", true],
    ["objection", false],
  ] as const)("a joint filing with %s: %s", (status, filedWithDnum) => {
    expect(visaAnswers("SNAP1", "state-operator", { status })).toEqual({ filedWithDnum });
    expect(visaAnswers("SNAP1", "state-operator", null)).toEqual({ filedWithDnum: false });
  });
});

describe("the delay", () => {
  const asked = new Date("2021-01-11T10:00:00+01:00");
  const tacitAt = tacitInstant(asked, 10);
  const awaited: VisaState = { requirement: "information", status: "awaited", tacitAt };

  it("ends with the Paris day", () => {
    expect(tacitAt.toISOString()).toBe("2021-01-21T22:59:59.999Z");
    expect(tacitInstant(startOfDay("2021-03-25"), 10).toISOString()).toBe(
      "2021-04-04T21:59:59.999Z",
    );
  });

  it("makes silence an information, and nothing of an answer", () => {
    expect(visaStatusAt(awaited, tacitAt)).toBe("awaited");
    const after = new Date(tacitAt.getTime() + 1);
    expect(visaStatusAt(awaited, after)).toBe("recorded");
    expect(visaStatusAt({ ...awaited, status: "objection" }, after)).toBe("objection");
    const joint: VisaState = { requirement: "joint-filing", status: "awaited", tacitAt: null };
    expect(visaStatusAt(joint, after)).toBe("awaited");
  });
});

it("lets the carrier ask once, and again after a refusal to file together", () => {
  expect(mayAskDnum(null)).toBe(true);
  for (const status of VISA_STATUSES) {
    expect(mayAskDnum({ requirement: "information", status })).toBe(false);
    expect(mayAskDnum({ requirement: "joint-filing", status })).toBe(status === "objection");
  }
});
