import type { ComplementClock, ComplementStatus } from "@/domain/dossier/complements";
import { targetLabel } from "@/domain/dossier/editing";
import { fullName } from "@/domain/rights/actor";
import { formByTheme } from "@/domain/themes/forms";
import { database } from "@/server/database/client";
import type { ExaminedDossier } from "@/server/examined-dossier";

/** A point of a request, as those who examine the dossier read it. */
export interface ExaminedPoint {
  position: number;
  /** What it is about. */
  label: string;
  question: string;
  /** Null until it is sent: what the carrier types is its own. */
  answer: string | null;
}

export interface ExaminedRequest extends ComplementClock {
  number: number;
  message: string;
  requestedAt: Date;
  requestedBy: string;
  /** Who answered, or who went on without an answer. */
  endedBy: string | null;
  /** Why the examination went on without an answer; empty otherwise. */
  reason: string;
  points: readonly ExaminedPoint[];
  /** The filing that answered it; null while none did. */
  filingVersion: number | null;
}

/** The requests of complements of a dossier the caller has opened, the last first. */
export async function readRequests({
  id,
  themeCode,
}: Pick<ExaminedDossier, "id" | "themeCode">): Promise<ExaminedRequest[]> {
  const db = database();
  const rows = await db.complementRequest.findMany({
    where: { dossierId: id },
    orderBy: { number: "desc" },
    include: { items: { orderBy: { position: "asc" } } },
  });
  const people = await db.agent.findMany({
    where: {
      id: {
        in: rows.flatMap(({ requestedById, endedById }) => [requestedById, endedById ?? []].flat()),
      },
    },
    select: { id: true, givenName: true, usualName: true },
  });
  const nameOf = (agentId: string) => {
    const found = people.find((agent) => agent.id === agentId);
    return found ? fullName(found) : "Personne effacée";
  };
  const form = formByTheme(themeCode);
  return rows.map((row) => {
    const status = row.status as ComplementStatus;
    return {
      number: row.number,
      message: row.message,
      requestedAt: row.requestedAt,
      requestedBy: nameOf(row.requestedById),
      status,
      dueAt: row.dueAt,
      endedAt: row.endedAt,
      endedBy: row.endedById && nameOf(row.endedById),
      reason: row.endedReason,
      filingVersion: row.filingVersion,
      points: row.items.map(({ position, target, question, answer }) => ({
        position,
        label: (form && targetLabel(form, target)) ?? "Question d’une autre version du formulaire",
        question,
        answer: status === "answered" ? answer : null,
      })),
    };
  });
}
