import { parisDay } from "@/domain/calendar";
import { notFound } from "@/domain/errors";
import type { GroupDrift } from "@/domain/execution/drift";
import { type Cents, centsFromBigInt, ZERO } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { themesSteered } from "@/domain/rights/steering";
import { THEMES } from "@/domain/themes/index";
import type { Theme, ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { readThemeDrifts } from "@/server/project-drift";
import { visibleDossiersSql } from "@/server/visibility-sql";

/** Money of a theme: what its decisions hold of its envelope, told or not. Its owner alone reads it. */
export interface Held {
  total: Cents;
  committed: Cents;
}

/** A theme as the list of those one follows shows it. */
export interface OwnTheme {
  theme: Pick<Theme, "code" | "slug" | "title">;
  envelope: Held;
  dossiers: number;
  /** Projects with something late. */
  late: number;
  drift: GroupDrift | null;
}

/** What each theme's own envelopes hold: those within another of the same theme are a part of it. One statement. */
export async function readHeld(themes: readonly ThemeCode[]): Promise<Map<ThemeCode, Held>> {
  const rows = await database().$queryRaw<{ theme: ThemeCode; total: bigint; committed: bigint }[]>`
    SELECT own.theme_code AS theme, sum(own.total)::bigint AS total, sum(own.committed)::bigint AS committed
    FROM envelope own LEFT JOIN envelope above ON above.id = own.parent_id
    WHERE own.theme_code = ANY (${[...themes]}::text[]) AND above.theme_code IS DISTINCT FROM own.theme_code
    GROUP BY own.theme_code`;
  return new Map(
    rows.map(({ theme, total, committed }) => [
      theme,
      { total: centsFromBigInt(total), committed: centsFromBigInt(committed) },
    ]),
  );
}

/** The themes one follows, in four statements. Throws `not-found` for whoever follows none. */
export async function readOwnThemes(actor: Actor): Promise<readonly OwnTheme[]> {
  const codes = themesSteered(actor);
  if (codes.length === 0) throw notFound();
  const today = parisDay(await portalNow());
  const sight = Prisma.sql`${visibleDossiersSql(actor, "instruction")} AND d.theme_code = ANY (${[...codes]}::text[])`;
  const [held, counts, drifts] = await Promise.all([
    readHeld(codes),
    database().$queryRaw<{ theme: ThemeCode; dossiers: number; late: number }[]>`
      SELECT d.theme_code AS theme, count(*)::int AS dossiers, count(late.dossier_id)::int AS late
      FROM dossier d LEFT JOIN (
        SELECT DISTINCT dossier_id FROM obligation
        WHERE done_at IS NULL AND dropped_at IS NULL AND due_on < ${today}::date) late ON late.dossier_id = d.id
      WHERE ${sight} GROUP BY d.theme_code`,
    readThemeDrifts(Prisma.sql`d.status = 'in-execution' AND ${sight}`),
  ]);
  const counted = new Map(counts.map((row) => [row.theme, row]));
  return codes.map((code) => ({
    theme: THEMES[code],
    envelope: held.get(code) ?? { total: ZERO, committed: ZERO },
    dossiers: counted.get(code)?.dossiers ?? 0,
    late: counted.get(code)?.late ?? 0,
    drift: drifts.themes.get(code) ?? null,
  }));
}
