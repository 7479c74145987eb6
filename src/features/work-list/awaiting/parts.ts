import type { Actor } from "@/domain/rights/actor";
import { Prisma } from "@/server/database/generated/client";
import { visibleInThemes } from "@/server/visibility-sql";

/** Entrusted to the actor or to nobody yet. */
export const forActor = ({ agentId }: Actor) =>
  Prisma.sql`(d.assignee_id IS NULL OR d.assignee_id = ${agentId}::uuid)`;

/** Of these themes and without a part of the actor in it, on a row `d`. */
export const seenIn = (actor: Actor, themes: readonly string[]) =>
  Prisma.sql`d.theme_code = ANY (${[...themes]}::text[]) AND ${visibleInThemes(actor, "instruction")}`;

/** What a line tells of a dossier `d`. */
export const DOSSIER = Prisma.sql`d.id::text AS row, d.number, d.title, d.theme_code AS "themeCode"`;
