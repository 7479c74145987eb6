import { randomUUID } from "node:crypto";
import { z } from "zod";
import { writingClosed } from "@/domain/dossier/exchanges";
import { dossierNumber } from "@/domain/dossier/number";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { visibleDossiers, visibleNotes } from "@/server/visibility";

/** A page of the internal notes of a dossier, the newest first. */
export interface Notes {
  number: string;
  notes: readonly { id: string; author: string; at: Date; body: string }[];
  /** Note to continue after; null on the last page. */
  nextCursor: string | null;
  /** Why nobody writes; null while people may. */
  closed: string | null;
  /** Given to the form: what it keeps is one note, however many times it is sent. */
  key: string;
}

const PAGE = 20;

/** The notes that those who examine a dossier leave to each other. Throws `not-found` for whoever else asks. */
export async function readNotes(actor: Actor, number: string, after?: string): Promise<Notes> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const dossier = await database().dossier.findFirst({
    where: { AND: [{ number }, visibleDossiers(actor, "exchanges")] },
    select: { id: true, number: true, status: true, filedAt: true },
  });
  if (!dossier) throw notFound();
  const cursor = z.uuid().safeParse(after).data;
  const rows = await database().internalNote.findMany({
    where: { AND: [{ dossierId: dossier.id }, visibleNotes(actor)] },
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
    number: dossier.number,
    closed: writingClosed({ status: dossier.status as DossierStatus, filedAt: dossier.filedAt }),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    key: randomUUID(),
    notes: page.map(({ id, agentId, at, body }) => ({
      id,
      author: names.get(agentId) ?? "",
      at,
      body,
    })),
  };
}
