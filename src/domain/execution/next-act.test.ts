import { describe, expect, test } from "vitest";
import { DUTY_KINDS } from "@/domain/themes/types";
import { dutyAct, type ProjectStanding, projectAct } from "./next-act";

const TODAY = "2021-03-15";
const CALM: ProjectStanding = {
  suspended: false,
  request: null,
  proposed: null,
  withheld: null,
  closingAsked: false,
  duty: { kind: "report", period: "2021-03", dueOn: "2021-04-10" },
};
const next = (more: Partial<ProjectStanding>) => projectAct({ ...CALM, ...more }, TODAY);

describe("what comes next on a project", () => {
  test("the nearest day, the carrier's", () => {
    expect(next({})).toEqual({
      kind: "duty",
      what: "remettre le compte rendu de mars\u00A02021",
      by: "carrier",
      dueOn: "2021-04-10",
      isLate: false,
      about: "2021-03",
    });
  });

  test("what is late comes before what waits for an answer", () => {
    const late = { kind: "report", period: "2021-02", dueOn: "2021-03-10" } as const;
    const all = { request: 2, proposed: 1, closingAsked: true };
    expect(next({ ...all, duty: late })).toMatchObject({ kind: "duty", isLate: true });
    expect(next(all)).toMatchObject({ kind: "request", by: "owner", about: 2 });
    expect(next({ ...all, request: null })).toMatchObject({ kind: "crossing", about: 1 });
    expect(next({ closingAsked: true })).toMatchObject({ kind: "closing", by: "owner" });
    expect(next({ withheld: 1 })).toMatchObject({ kind: "milestone", by: "carrier", about: 1 });
  });

  test("a suspended project is asked its resumption, and pressed by no date", () => {
    const late = { kind: "report", period: "2021-02", dueOn: "2021-03-10" } as const;
    expect(next({ suspended: true, duty: late, proposed: 1 })).toMatchObject({
      kind: "resumption",
      dueOn: null,
      isLate: false,
    });
    expect(next({ suspended: true, request: 3 })).toMatchObject({ kind: "request" });
  });

  test("the last day is not late; when nothing more is due, the final evaluation is", () => {
    const duty = { kind: "results", period: "", dueOn: TODAY } as const;
    expect(next({ duty })).toMatchObject({
      what: "donner les premiers résultats",
      isLate: false,
      about: null,
    });
    expect(next({ duty: null })).toMatchObject({ kind: "evaluation", by: "carrier" });
  });

  test.each(DUTY_KINDS.filter((kind) => kind !== "report"))("%s has its own words", (kind) => {
    expect(dutyAct(kind, "")).not.toBe(dutyAct("unknown", ""));
  });
});
