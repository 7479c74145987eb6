import type { Actor } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { database, PLANNED_EACH_TIME } from "@/server/database/client";
import { visibleDossiersSql, visibleThemes } from "@/server/visibility-sql";
import { instructorsOf, readPeople } from "../instructors";

export interface Choice {
  value: string;
  label: string;
}

/** What the filters of the list offer. */
export interface Choices {
  themes: readonly ThemeCode[];
  instructors: readonly Choice[];
  ministries: readonly Choice[];
  labels: readonly string[];
}

/** In three statements whatever the number of dossiers. */
export async function readChoices(actor: Actor, now: Date): Promise<Choices> {
  const themes = visibleThemes(actor, "instruction");
  const [instructors, ministries, labels] = await Promise.all([
    readPeople(instructorsOf(themes, now)),
    database().organisation.findMany({
      where: { kind: "ministry" },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
    readLabels(actor),
  ]);
  return {
    themes,
    instructors,
    ministries: ministries.map(({ id, name }) => ({ value: id, label: name })),
    labels,
  };
}

/**
 * The labels of the dossiers the actor examines: the index is walked from one label to the next, and each is kept as
 * soon as one of its dossiers is seen. A label that only stands on a dossier out of sight is not named.
 */
export async function readLabels(actor: Actor): Promise<string[]> {
  const rows = await database().$queryRaw<{ name: string }[]>`${PLANNED_EACH_TIME}
    WITH RECURSIVE word AS (
      (SELECT name FROM dossier_label ORDER BY name LIMIT 1)
      UNION ALL
      SELECT (SELECT other.name FROM dossier_label AS other WHERE other.name > word.name ORDER BY other.name LIMIT 1)
      FROM word WHERE word.name IS NOT NULL)
    SELECT word.name FROM word
    WHERE (
      SELECT true FROM dossier_label JOIN dossier d ON d.id = dossier_label.dossier_id
      WHERE dossier_label.name = word.name AND ${visibleDossiersSql(actor, "instruction")} LIMIT 1)
    ORDER BY word.name`;
  return rows.map(({ name }) => name);
}
