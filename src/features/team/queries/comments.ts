import { z } from "zod";
import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { formByTheme } from "@/domain/themes/forms";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import { commentPlaces } from "../comment-places";

export interface Comment {
  id: string;
  author: string;
  isOwn: boolean;
  at: Date;
  /** Label of the question; null for the whole dossier. */
  place: string | null;
  /** Null once its author took it back. */
  body: string | null;
}

export interface Comments {
  number: string;
  comments: readonly Comment[];
  /** Comment to continue after; null on the last page. */
  nextCursor: string | null;
  /** Questions one may comment on. */
  places: readonly { value: string; label: string }[];
  /** The question asked for; null for all of them. */
  field: string | null;
}

const PAGE = 20;

/**
 * What the team of a dossier said, the newest first, on everything or on one question. Its members alone: every other
 * room reads a dossier through another relation, which never comes here. Throws `not-found` out of sight.
 */
export async function readComments(
  actor: Actor,
  number: string,
  { field, after }: { field?: string; after?: string } = {},
): Promise<Comments> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const dossier = await database().dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
    select: { id: true, themeCode: true },
  });
  if (!dossier) throw notFound();
  const places = commentPlaces(formByTheme(THEMES[dossier.themeCode as ThemeCode].code));
  const known = places.find(({ value }) => value === field)?.value;
  const cursor = z.uuid().safeParse(after).data;
  const rows = await database().dossierComment.findMany({
    where: { dossierId: dossier.id, ...(known && { field: known }) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    ...(cursor && { cursor: { id: cursor }, skip: 1 }),
  });
  const page = rows.slice(0, PAGE);
  const agents = await database().agent.findMany({
    where: { id: { in: page.map(({ agentId }) => agentId) } },
  });
  const names = new Map(agents.map((agent) => [agent.id, fullName(agent)]));
  return {
    number,
    places,
    field: known ?? null,
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    comments: page.map((row) => ({
      id: row.id,
      author: names.get(row.agentId) ?? "",
      isOwn: row.agentId === actor.agentId,
      at: row.at,
      place: row.field && (places.find(({ value }) => value === row.field)?.label ?? null),
      body: row.removedAt ? null : row.body,
    })),
  };
}
