import { z } from "zod";
import type { RedirectionStatus } from "@/domain/dossier/redirection";
import { type Actor, themesHeld } from "@/domain/rights/actor";
import { rolesWith } from "@/domain/rights/permissions";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { uninvolved, visibleDossiers } from "@/server/visibility";
import { namesOf } from "./names";

/** A dossier proposed to a theme of the actor, that waits for an answer. */
export interface AwaitedProposal {
  id: string;
  number: string;
  title: string;
  carrier: string;
  fromTheme: string;
  toTheme: string;
  proposedAt: Date;
  /** The actor proposed it: another person answers. */
  own: boolean;
}

/** A proposal made by a theme of the actor. */
export interface SentProposal {
  id: string;
  number: string;
  title: string;
  fromTheme: string;
  toTheme: string;
  status: RedirectionStatus;
  proposedBy: string;
  proposedAt: Date;
  /** Why it was declined; empty otherwise. */
  answerReason: string;
  /** Taken, then withdrawn by its carrier before it confirmed. */
  givenUp: boolean;
  /** The dossier is still of a theme of the actor: its page may be opened. */
  inSight: boolean;
}

export interface Redirections {
  awaited: readonly AwaitedProposal[];
  sent: readonly SentProposal[];
  /** Where the next page of those sent begins; null on the last one. */
  next: string | null;
}

const PAGE = 25;
/** Those that wait are answered in days: more would be a fault of the rhythm, told by the count. */
const MOST_AWAITED = 100;

function awaitedOf(actor: Actor): Prisma.RedirectionWhereInput {
  const themes = themesHeld(actor, rolesWith("answer-redirection"));
  return {
    status: "proposed",
    ...(themes !== "all" && { toTheme: { in: [...themes] } }),
    dossier: visibleDossiers(actor, "receiving"),
  };
}

/** How many proposals wait for an answer of the actor: those they made themselves wait for another person's. */
export function countAwaited(actor: Actor): Promise<number> {
  return database().redirection.count({
    where: { AND: [awaitedOf(actor), { proposedById: { not: actor.agentId } }] },
  });
}

/** Whether the actor has anything to do with redirections: proposing or answering. */
export function isConcerned(actor: Actor): boolean {
  return themesHeld(actor, rolesWith("propose-redirection")).length > 0;
}

/** The proposals that wait for the actor's themes, oldest first; those their themes made, the last first, by page. */
export async function readRedirections(actor: Actor, after?: unknown): Promise<Redirections> {
  const themes = themesHeld(actor, rolesWith("propose-redirection"));
  const cursor = z.uuid().safeParse(after).data;
  const last = cursor && (await database().redirection.findUnique({ where: { id: cursor } }));
  const [awaited, sent] = await Promise.all([
    database().redirection.findMany({
      where: awaitedOf(actor),
      orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
      take: MOST_AWAITED,
      include: {
        dossier: {
          select: { number: true, title: true, carrier: { select: { name: true } } },
        },
      },
    }),
    database().redirection.findMany({
      where: {
        AND: [
          themes === "all" ? {} : { fromTheme: { in: [...themes] } },
          { dossier: uninvolved(actor) },
          last ? beyond(last) : {},
        ],
      },
      orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
      take: PAGE + 1,
      include: { dossier: { select: { id: true, number: true, title: true, status: true } } },
    }),
  ]);
  const page = sent.slice(0, PAGE);
  const [name, seen] = await Promise.all([
    namesOf(page.map(({ proposedById }) => proposedById)),
    database().dossier.findMany({
      where: {
        AND: [
          { id: { in: page.map(({ dossierId }) => dossierId) } },
          visibleDossiers(actor, "instruction"),
        ],
      },
      select: { id: true },
    }),
  ]);
  const inSight = new Set(seen.map(({ id }) => id));
  return {
    awaited: awaited.map(({ dossier, ...row }) => ({
      id: row.id,
      number: dossier.number,
      title: dossier.title,
      carrier: dossier.carrier.name,
      fromTheme: row.fromTheme,
      toTheme: row.toTheme,
      proposedAt: row.proposedAt,
      own: row.proposedById === actor.agentId,
    })),
    sent: page.map(({ dossier, ...row }) => ({
      id: row.id,
      number: dossier.number,
      title: dossier.title,
      fromTheme: row.fromTheme,
      toTheme: row.toTheme,
      status: row.status as RedirectionStatus,
      proposedBy: name(row.proposedById),
      proposedAt: row.proposedAt,
      answerReason: row.answerReason,
      givenUp: row.status === "accepted" && dossier.status === "withdrawn",
      inSight: inSight.has(dossier.id),
    })),
    next: sent.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

function beyond({ proposedAt, id }: { proposedAt: Date; id: string }) {
  return {
    OR: [{ proposedAt: { lt: proposedAt } }, { proposedAt, id: { lt: id } }],
  } satisfies Prisma.RedirectionWhereInput;
}
