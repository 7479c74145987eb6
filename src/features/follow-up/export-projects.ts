import "server-only";
import type { Readable } from "node:stream";
import { formatDrift } from "@/domain/execution/drift";
import { dutyName } from "@/domain/execution/obligations";
import { formatPeriod } from "@/domain/execution/periods";
import { WEATHER_LABELS } from "@/domain/execution/weather";
import type { Actor } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { csvOf } from "@/server/spreadsheet/csv";
import type { Cell } from "@/server/spreadsheet/table";
import type { ProjectsQuery } from "./filters";
import { projectsAddress } from "./filters";
import { type FollowedProject, type ProjectsPage, readProjectsPage } from "./queries/projects";

/** Projects read at a time: what is sent is never held whole. */
const BATCH = 500;

const HEADINGS = [
  "Numéro",
  "Projet",
  "Porteur",
  "Thème",
  "Fin prévue",
  "Attendu",
  "Échéance",
  "En retard",
  "Dernier compte rendu",
  "Météo",
  "Dépensé TTC",
  "Dérive du budget",
  "Dérive du calendrier",
];

/**
 * The projects as filtered, every page of them, in CSV, for those who examine their themes. The export is written in the
 * general chain before its first line leaves. Throws `not-found` for whoever examines nothing.
 */
export async function exportProjects(actor: Actor, query: ProjectsQuery): Promise<Readable> {
  const all = { ...query, place: null };
  const first = await readProjectsPage(actor, "instruction", all, BATCH);
  await inTransaction((tx) =>
    recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "export-projects",
      facts: { list: projectsAddress(all).toString(), count: first.count },
    }),
  );
  return csvOf({ name: "Suivi", headings: HEADINGS, rows: rowsOf(actor, all, first) });
}

async function* rowsOf(
  actor: Actor,
  query: ProjectsQuery,
  first: ProjectsPage,
): AsyncGenerator<Cell[]> {
  let page = first;
  for (;;) {
    for (const project of page.rows) yield cellsOf(project);
    if (!page.next) return;
    page = await readProjectsPage(actor, "instruction", { ...query, place: page.next }, BATCH);
  }
}

function cellsOf(project: FollowedProject): Cell[] {
  const { number, title, carrier, themeCode, endsOn, next, late, report } = project;
  return [
    number,
    title,
    carrier,
    themeCode,
    { day: endsOn },
    next && dutyName(next.kind, next.period),
    next && { day: next.dueOn },
    String(late),
    report && formatPeriod(report.period),
    report && WEATHER_LABELS[report.weather],
    report && { cents: report.spent },
    report?.budget == null ? null : formatDrift(report.budget),
    report && formatDrift(report.calendar),
  ];
}
