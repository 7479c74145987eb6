import { type DossierStatus, STATUS_LABELS } from "@/domain/dossier/statuses";
import { notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { themesWith } from "@/domain/rights/permissions";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import { BULK_ACTS, BULK_WORDS, type BulkAct } from "../bulk";
import { UUID } from "../filters";
import { instructorsOf, PERSON, readPeople } from "../instructors";
import { MOST_SELECTED } from "../limits";
import { type Choice, readLabels } from "./choices";

/** A dossier ticked in the list, as the page of confirmation shows it. */
export interface SelectedDossier {
  number: string;
  title: string;
  themeCode: ThemeCode;
  status: (typeof STATUS_LABELS)[DossierStatus];
  /** Whether it still waits for its admissibility. */
  isFiled: boolean;
  assignee: string | null;
  labels: readonly string[];
}

export interface BulkSelection {
  dossiers: readonly SelectedDossier[];
  /** Whom they may be entrusted to; empty for another act. */
  instructors: readonly Choice[];
  /** Labels in use; empty for another act. */
  labels: readonly string[];
}

/** What the actor's roles allow on several dossiers. */
export const bulkActsOf = (actor: Actor): readonly BulkAct[] =>
  BULK_ACTS.filter((act) => themesWith(actor, BULK_WORDS[act].permission).length > 0);

/** The dossiers ticked that the actor sees, by number, and what the act may be done with. */
export async function readSelection(
  actor: Actor,
  act: BulkAct,
  numbers: readonly string[],
): Promise<BulkSelection> {
  const rows = await database().dossier.findMany({
    where: {
      AND: [
        { number: { in: numbers.slice(0, MOST_SELECTED) } },
        visibleDossiers(actor, "instruction"),
      ],
    },
    select: {
      number: true,
      title: true,
      themeCode: true,
      status: true,
      assignee: PERSON,
      labels: { select: { name: true }, orderBy: { name: "asc" } },
    },
    orderBy: { number: "asc" },
  });
  const themes = [...new Set(rows.map(({ themeCode }) => themeCode as ThemeCode))];
  return {
    dossiers: rows.map(({ status, themeCode, assignee, labels, ...row }) => ({
      ...row,
      themeCode: themeCode as ThemeCode,
      status: STATUS_LABELS[status as DossierStatus],
      isFiled: status === "filed",
      assignee: assignee && fullName(assignee),
      labels: labels.map(({ name }) => name),
    })),
    instructors: act === "assign" ? await readPeople(instructorsOf(themes, await portalNow())) : [],
    labels: act === "add-label" ? await readLabels(actor) : [],
  };
}

/** What became of a dossier of an act. */
export interface BulkLine {
  number: string;
  title: string;
  outcome: "pending" | "done" | "refused";
  /** Why it was refused; empty otherwise. */
  reason: string;
}

export interface BulkOutcome {
  id: string;
  act: BulkAct;
  /** The person or the label; empty for nobody. */
  value: string;
  at: Date;
  lines: readonly BulkLine[];
}

/** An act of the actor's own, on the dossiers they still see. Throws `not-found` for another's. */
export async function readBulkOutcome(actor: Actor, id: string): Promise<BulkOutcome> {
  if (!UUID.test(id)) throw notFound();
  const row = await database().bulkAct.findFirst({
    where: { id, agentId: actor.agentId },
    include: {
      lines: {
        where: { dossier: visibleDossiers(actor, "instruction") },
        include: { dossier: { select: { number: true, title: true } } },
        orderBy: { position: "asc" },
      },
    },
  });
  if (!row) throw notFound();
  const act = row.act as BulkAct;
  return {
    id,
    act,
    value: act === "assign" && row.value ? await nameOf(row.value) : row.value,
    at: row.at,
    lines: row.lines.map(({ dossier, outcome, reason }) => ({
      ...dossier,
      outcome: outcome as BulkLine["outcome"],
      reason,
    })),
  };
}

async function nameOf(id: string): Promise<string> {
  const agent = await database().agent.findUnique({ where: { id }, ...PERSON });
  return agent ? fullName(agent) : "une personne dont le compte n’existe plus";
}
