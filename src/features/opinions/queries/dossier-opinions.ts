import { z } from "zod";
import { type Day, parisDay } from "@/domain/calendar";
import {
  AWAITED_OPINIONS,
  isDomain,
  type OpinionChoice,
  type OpinionReaders,
  type OpinionStatus,
} from "@/domain/dossier/opinion";
import { notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { groundWords } from "@/domain/rights/conflicts";
import { routes } from "@/routes";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { opinionToken } from "@/server/opinion-token";
import { portalOrigin } from "@/server/origin";
import { visibleOpinions } from "@/server/visibility";

/** What an expert wrote, once handed in. */
export interface GivenOpinion {
  id: string;
  expert: { name: string; organisation: string | null };
  question: string;
  choice: OpinionChoice;
  text: string;
  givenAt: Date;
}

/** A request of an opinion, as those who examine the dossier read it. */
export interface OpinionLine {
  id: string;
  address: string;
  question: string;
  dueOn: Day;
  /** Awaited past its day. */
  isLate: boolean;
  readers: OpinionReaders;
  status: OpinionStatus;
  requestedBy: string;
  requestedAt: Date;
  /** Whoever accepted, declined or gave it. */
  expert: { name: string; organisation: string | null } | null;
  /** Why it was declined, revoked or set aside, in words. */
  endedReason: string | null;
  endedAt: Date | null;
  given: GivenOpinion | null;
}

const EXPERT = {
  expert: {
    select: { givenName: true, usualName: true, organisation: { select: { name: true } } },
  },
} satisfies Prisma.ExpertOpinionInclude;

type Row = Prisma.ExpertOpinionGetPayload<{ include: typeof EXPERT }>;

const dayOf = (date: Date) => date.toISOString().slice(0, 10) as Day;

function expertOf({ expert }: Row) {
  return expert && { name: fullName(expert), organisation: expert.organisation?.name ?? null };
}

/** What is written in an opinion, once it is handed in and as long as it is not set aside; null before. */
function givenIn(row: Row): GivenOpinion | null {
  const expert = expertOf(row);
  if (row.status !== "given" || !expert || !row.endedAt) return null;
  const { id, question, choice, text, endedAt } = row;
  return { id, expert, question, choice: choice as OpinionChoice, text, givenAt: endedAt };
}

/** The requests of opinions of a dossier in the actor's sight, oldest first; nothing of a draft of an opinion. */
export async function readDossierOpinions(
  actor: Actor,
  dossierId: string,
): Promise<readonly OpinionLine[]> {
  const [rows, now] = await Promise.all([
    database().expertOpinion.findMany({
      where: { AND: [{ dossierId }, visibleOpinions(actor, "instruction")] },
      include: EXPERT,
      orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
    }),
    portalNow(),
  ]);
  const agents = await database().agent.findMany({
    where: { id: { in: rows.map(({ requestedById }) => requestedById) } },
    select: { id: true, givenName: true, usualName: true },
  });
  const names = new Map(agents.map((agent) => [agent.id, fullName(agent)]));
  return rows.map((row) => {
    const status = row.status as OpinionStatus;
    const dueOn = dayOf(row.dueOn);
    return {
      id: row.id,
      address: row.address,
      question: row.question,
      dueOn,
      isLate: AWAITED_OPINIONS.some((each) => each === status) && dueOn < parisDay(now),
      readers: row.readers as OpinionReaders,
      status,
      requestedBy: names.get(row.requestedById) ?? "Personne effacée",
      requestedAt: row.requestedAt,
      expert: expertOf(row),
      endedReason: row.endedReason === "" ? null : groundWords(row.endedReason),
      endedAt: row.endedAt,
      given: givenIn(row),
    };
  });
}

/**
 * One request, and the link to pass on where it was asked of a domain and nobody has answered. Throws `not-found` out
 * of sight.
 */
export async function readOpinionRequest(
  actor: Actor,
  dossierId: string,
  id: string,
): Promise<{ opinion: OpinionLine; link: string | null }> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const opinion = (await readDossierOpinions(actor, dossierId)).find((each) => each.id === id);
  if (!opinion) throw notFound();
  const passedOn = opinion.status === "requested" && isDomain(opinion.address);
  return {
    opinion,
    link: passedOn ? portalOrigin() + routes.opinionLink(opinionToken(id)) : null,
  };
}

/** The opinions meant for the jury, handed in, for a juror who holds the dossier. */
export async function readJuryOpinions(
  actor: Actor,
  dossierId: string,
): Promise<readonly GivenOpinion[]> {
  const rows = await database().expertOpinion.findMany({
    where: { AND: [{ dossierId }, visibleOpinions(actor, "juror")] },
    include: EXPERT,
    orderBy: [{ endedAt: "asc" }, { id: "asc" }],
  });
  return rows.flatMap((row) => givenIn(row) ?? []);
}
