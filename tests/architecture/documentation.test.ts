import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { WORKFLOW_FILE, workflowPage } from "../../scripts/draw-workflow";

test("the drawn workflow is the transition table (npm run docs draws it again)", () => {
  expect(readFileSync(WORKFLOW_FILE, "utf8")).toBe(workflowPage());
});
