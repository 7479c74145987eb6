import { writeFileSync } from "node:fs";
import path from "node:path";
import { STATUS_LABELS } from "../src/domain/dossier/statuses";
import { TRANSITIONS, type Transition } from "../src/domain/dossier/transitions";

export const WORKFLOW_FILE = path.resolve(import.meta.dirname, "../docs/dossier-workflow.md");

/** The page that draws the transition table, as Markdown with a Mermaid diagram. */
export function workflowPage(): string {
  const transitions: Transition[] = Object.values(TRANSITIONS);
  const id = (status: string) => status.replaceAll("-", "_");
  const used = new Set(transitions.flatMap(({ from, to }) => [...from, to]));
  const names = [...used].map((status) => `  ${id(status)} : ${STATUS_LABELS[status].label}`);
  const arrows = transitions.flatMap(({ from, to, label }) =>
    from.map((status) => `  ${id(status)} --> ${id(to)} : ${label}`),
  );
  const rows = transitions.map(
    ({ name, from, to, by, guard }) =>
      `| \`${name}\` | ${from.join(", ")} | ${to} | ${by.join(", ")} | ${guard ? "yes" : ""} |`,
  );
  return [
    "# Life of a dossier",
    "",
    "Drawn from `src/domain/dossier/transitions.ts` by `npm run docs`; a test fails when it is out of date.",
    "The same table draws the buttons and accepts the actions.",
    "",
    "```mermaid",
    "stateDiagram-v2",
    "  [*] --> draft",
    ...names,
    ...arrows,
    "```",
    "",
    "| Transition | From | To | By | Guard |",
    "|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

if (import.meta.main) writeFileSync(WORKFLOW_FILE, workflowPage());
