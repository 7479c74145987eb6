import { describe, expect, test } from "vitest";
import { type Actor, type Grant, ministriesHeld, ROLES, themesHeld } from "./actor";
import { may, type Permission } from "./permissions";

function actorWith(...grants: Partial<Grant>[]): Actor {
  return {
    agentId: "a",
    givenName: "Ada",
    usualName: "Martin",
    email: "ada.martin@exemple.gouv.fr",
    organisation: null,
    grants: grants.map((grant) => ({ role: "juror", theme: null, ministryId: null, ...grant })),
  };
}

/** Who may do what on a dossier of their theme; every other role is refused. */
const TABLE: Record<Permission, string> = {
  "assess-admissibility": "theme-owner instructor",
  "request-complement": "theme-owner instructor",
  "assign-instructor": "theme-owner instructor",
  "label-dossier": "theme-owner instructor secretary",
  exchange: "theme-owner instructor secretary",
  "propose-redirection": "theme-owner instructor",
  "answer-redirection": "theme-owner",
  "assign-jurors": "theme-owner instructor secretary",
  "give-instruction-view": "theme-owner instructor",
  "request-opinion": "theme-owner instructor secretary",
  "manage-jury": "theme-owner secretary",
  "record-hearing": "theme-owner instructor secretary chair",
  "record-director-opinion": "theme-owner",
  "impose-recusal": "theme-owner secretary chair",
  "close-scoring": "theme-owner secretary chair",
  "prepare-session": "theme-owner secretary",
  "set-session-share": "theme-owner",
  "keep-session": "theme-owner secretary",
  "chair-session": "chair",
  "read-minutes-file": "theme-owner chair secretary auditor",
  "read-scores": "theme-owner instructor secretary chair auditor",
  "rank-dossiers": "theme-owner secretary chair",
  "hold-in-reserve": "theme-owner chair",
  "propose-decision": "theme-owner instructor secretary",
  "confirm-decision": "theme-owner chair",
  "notify-decision": "theme-owner instructor secretary",
  "submit-arbitration": "theme-owner",
  arbitrate: "chair",
  "register-appeal": "theme-owner instructor secretary",
  "examine-appeal": "theme-owner instructor secretary chair",
  "decide-appeal": "theme-owner chair",
  "open-execution": "theme-owner instructor",
  "release-phase": "theme-owner",
  "answer-change": "theme-owner instructor",
  "answer-award-change": "theme-owner",
  "close-execution": "theme-owner",
  "read-audit": "theme-owner auditor",
  score: "juror",
};

describe("permissions", () => {
  const cases = Object.entries(TABLE).flatMap(([permission, roles]) =>
    ROLES.map((role) => [permission as Permission, role, roles.split(" ").includes(role)] as const),
  );

  test.each(cases)("%s by %s: %s", (permission, role, allowed) => {
    expect(may(actorWith({ role, theme: "ITN3" }), permission, "ITN3")).toBe(allowed);
    expect(may(actorWith({ role, theme: "ITN6" }), permission, "ITN3")).toBe(false);
    expect(may(actorWith({ role, theme: null }), permission, "ITN3")).toBe(allowed);
  });

  test("without a role nothing is allowed", () => {
    for (const permission of Object.keys(TABLE) as Permission[]) {
      expect(may(actorWith(), permission, "ITN3")).toBe(false);
    }
  });
});

describe("scopes", () => {
  test("themes add up, a grant without theme covers all", () => {
    const two = actorWith({ role: "juror", theme: "ITN3" }, { role: "chair", theme: "ITN6" });
    expect(themesHeld(two, ["juror", "chair"])).toEqual(["ITN3", "ITN6"]);
    expect(themesHeld(two, ["auditor"])).toEqual([]);
    expect(themesHeld(actorWith({ role: "juror" }), ["juror"])).toBe("all");
  });

  test("only a DNUM grant opens a ministry", () => {
    const agent = actorWith(
      { role: "dnum", ministryId: "m1" },
      { role: "dnum", ministryId: "m2" },
      { role: "auditor" },
    );
    expect(ministriesHeld(agent)).toEqual(["m1", "m2"]);
  });
});
