import { expect, test } from "vitest";
import type { Actor, Grant } from "./actor";
import { opensProjects, steeringScope } from "./steering";

function actorWith(fundOwner: "DINUM" | "DITP" | null, ...grants: Partial<Grant>[]): Actor {
  return {
    agentId: "a",
    givenName: "Ada",
    usualName: "Martin",
    email: "ada.martin@exemple.gouv.fr",
    organisation: { id: "o", kind: "ministry", name: "O", ministryId: null, fundOwner },
    grants: grants.map((grant) => ({ role: "juror", theme: null, ministryId: null, ...grant })),
  };
}

test.each([
  ["the committee", null, [{ role: "cosinum" }], { kind: "whole" }],
  ["an auditor", null, [{ role: "auditor" }], { kind: "whole" }],
  ["a keeper of a BOP", "DITP", [{ role: "bop-manager" }], { kind: "bop", bop: "DITP" }],
  ["a keeper of no BOP", null, [{ role: "bop-manager" }], null],
  ["a DNUM", null, [{ role: "dnum", ministryId: "m" }], { kind: "aggregate" }],
  [
    "a DNUM of the committee",
    null,
    [{ role: "dnum", ministryId: "m" }, { role: "cosinum" }],
    { kind: "whole" },
  ],
  ["an owner", "DINUM", [{ role: "theme-owner" }], null],
  ["a juror", null, [{ role: "juror" }], null],
] as const)("%s reads %o", (_, fundOwner, grants, expected) => {
  const scope = steeringScope(actorWith(fundOwner, ...grants));
  expect(scope).toEqual(expected);
  if (scope) expect(opensProjects(scope)).toBe(scope.kind !== "aggregate");
});
