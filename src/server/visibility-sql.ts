import "server-only";
import { type Actor, holds, ministriesHeld, themesHeld } from "@/domain/rights/actor";
import { rolesWith } from "@/domain/rights/permissions";
import { THEME_CODES, type ThemeCode } from "@/domain/themes/types";
import { database } from "./database/client";
import { Prisma } from "./database/generated/client";
import { INSTRUCTION, type Relation, steeredThemes } from "./visibility";

/**
 * `visibleDossiers` for the statements that Prisma cannot write (full-text search, a page read theme by theme). A test
 * holds both to the same dossiers, whoever asks.
 */
export type SqlRelation = Extract<Relation, "instruction" | "exchanges" | "neighbour" | "steering">;

/** The themes whose dossiers the actor sees as this relation, in the order of the texts. */
export function visibleThemes(actor: Actor, as: SqlRelation): readonly ThemeCode[] {
  if (as === "neighbour") return INSTRUCTION.some((role) => holds(actor, role)) ? THEME_CODES : [];
  const held =
    as === "steering"
      ? steeredThemes(actor)
      : themesHeld(actor, as === "exchanges" ? rolesWith("exchange") : INSTRUCTION);
  return held === "all" ? THEME_CODES : THEME_CODES.filter((code) => held.includes(code));
}

/** The dossiers the actor has a part in, and so does not see as this relation: few, by their own indexes. */
export function dossiersApart({ agentId }: Actor, as: SqlRelation): Prisma.Sql {
  const asJuror = as === "exchanges" ? Prisma.empty : Prisma.sql`AND status = 'recused'`;
  return Prisma.sql`
    SELECT dossier_id FROM juror_assignment WHERE juror_id = ${agentId}::uuid ${asJuror}
    UNION ALL SELECT dossier_id FROM dossier_member WHERE agent_id = ${agentId}::uuid`;
}

/**
 * The condition on a row `d` of `dossier` whose theme is one of `visibleThemes`: filed, and the actor has no part in it.
 * The dossiers to leave out are few and read once.
 */
export function visibleInThemes(actor: Actor, as: SqlRelation): Prisma.Sql {
  return Prisma.sql`d.filed_at IS NOT NULL AND d.id NOT IN (${dossiersApart(actor, as)})`;
}

/** A condition on a row `d` of `dossier`, and whether it leaves out dossiers of the themes it is about. */
export interface SharedSight {
  where: Prisma.Sql;
  partial: boolean;
}

/**
 * The whole condition, once the dossiers to leave out are read: readers of the same themes who have a part in none are
 * given the same one, and may share what they read (`sharedRead`).
 */
export async function sharedSight(actor: Actor, as: SqlRelation): Promise<SharedSight> {
  const apart = await database().$queryRaw<{ id: string }[]>`
    SELECT dossier_id AS id FROM (${dossiersApart(actor, as)}) AS apart ORDER BY dossier_id`;
  return {
    where: Prisma.sql`d.theme_code = ANY (${[...visibleThemes(actor, as)]}::text[]) AND d.filed_at IS NOT NULL
      AND d.id <> ALL (${apart.map(({ id }) => id)}::uuid[])`,
    partial: apart.length > 0,
  };
}

/** The whole condition on a row `d` of `dossier`. */
export function visibleDossiersSql(
  actor: Actor,
  as: SqlRelation | "ministry" | "portfolio",
): Prisma.Sql {
  if (as === "ministry" || as === "portfolio") {
    const ministries = [...ministriesHeld(actor)];
    const shown =
      as === "portfolio"
        ? Prisma.sql`(d.filed_at IS NOT NULL OR d.status = 'draft' AND d.shown_to_dnum)`
        : Prisma.sql`d.filed_at IS NOT NULL`;
    return Prisma.sql`${shown} AND d.ministry_id = ANY (${ministries}::uuid[])`;
  }
  const themes = [...visibleThemes(actor, as)];
  return Prisma.sql`d.theme_code = ANY (${themes}::text[]) AND ${visibleInThemes(actor, as)}`;
}

/** Every filed dossier, for sums that name none: who reads them is settled by `steeringScope`. */
export const FILED_DOSSIERS = Prisma.sql`d.filed_at IS NOT NULL`;
