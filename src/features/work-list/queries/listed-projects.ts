import type { ProjectStanding } from "@/domain/execution/next-act";
import { isWeather, type Weather } from "@/domain/execution/weather";
import { database } from "@/server/database/client";
import { projectStandings } from "@/server/project-standing";

/** A project in execution as the list shows it. */
export interface ListedProject {
  suspended: boolean;
  /** The nearest thing due; null when nothing more is. */
  duty: ProjectStanding["duty"];
  /** Of its last report; null before the first. Drifts in hundredths of a percent. */
  report: { weather: Weather; budget: number | null; calendar: number } | null;
}

interface Row {
  dossierId: string;
  weather: string | null;
  budget: number | null;
  calendar: number | null;
}

/** The projects of a page of dossiers, in two statements: the caller has read them through their visibility. */
export async function listedProjects(
  ids: readonly string[],
): Promise<ReadonlyMap<string, ListedProject>> {
  const [standings, reports] = await Promise.all([
    projectStandings(ids),
    database().$queryRaw<Row[]>`
      SELECT DISTINCT ON (dossier_id) dossier_id AS "dossierId", weather, budget_drift AS budget, calendar_drift AS calendar
      FROM progress_report WHERE dossier_id = ANY (${[...ids]}::uuid[]) AND status <> 'draft'
      ORDER BY dossier_id, period_ends_on DESC`,
  ]);
  const last = new Map(reports.map((row) => [row.dossierId, row]));
  return new Map(
    [...standings].map(([id, { suspended, duty }]) => {
      const row = last.get(id);
      const report =
        row && isWeather(row.weather)
          ? { weather: row.weather, budget: row.budget, calendar: row.calendar ?? 0 }
          : null;
      return [id, { suspended, duty, report }];
    }),
  );
}
