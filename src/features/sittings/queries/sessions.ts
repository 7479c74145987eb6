import { type DossierStatus, STATUS_LABELS } from "@/domain/dossier/statuses";
import { pathContext, refusal } from "@/domain/dossier/transitions";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { isScoringClosed, visibleDossiers } from "@/server/visibility";

export interface SessionLine {
  id: string;
  label: string;
  themeCode: string;
  heldOn: Date;
  status: SessionStatus;
  /** Dossiers of the session the actor may see. */
  dossiers: number;
}
export type SessionStatus = "preparing" | "scoring" | "closed";

export interface SessionItemLine {
  number: string;
  title: string;
  carrier: string;
  status: { label: string; severity: "info" | "success" | "warning" | "error" | null };
  heardAt: Date | null;
  /** « Toutes les fiches sont remises » or what is missing; null for those who do not prepare the session. */
  readiness: { ready: boolean; sentence: string } | null;
  mayClose: boolean;
  /** The actor scores it. */
  own: boolean;
}

export interface SessionPage extends SessionLine {
  items: SessionItemLine[];
  mayClose: boolean;
}

/** What of a session the actor may see: the dossiers of their themes, and those entrusted to them. */
function seen(actor: Actor): Prisma.DossierWhereInput {
  return { OR: [visibleDossiers(actor, "instruction"), visibleDossiers(actor, "juror")] };
}

/** The sessions in which the actor may see a dossier, soonest first; one with nothing to see leaves no trace. */
export async function readSessions(actor: Actor): Promise<SessionLine[]> {
  const rows = await database().jurySession.findMany({
    where: { items: { some: { dossier: seen(actor) } } },
    include: { items: { where: { dossier: seen(actor) }, select: { dossierId: true } } },
    orderBy: [{ heldOn: "desc" }, { id: "asc" }],
    take: 100,
  });
  return rows.map(({ id, label, themeCode, heldOn, status, items }) => ({
    id,
    label,
    themeCode,
    heldOn,
    status: status as SessionStatus,
    dossiers: items.length,
  }));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A session as the actor may see it. Whether every sheet is in is told as one sentence to those who close the scoring:
 * never how many, nor whose. Throws `not-found` when no dossier of it is in sight.
 */
export async function readSession(actor: Actor, id: string): Promise<SessionPage> {
  if (!UUID.test(id)) throw notFound();
  const row = await database().jurySession.findFirst({
    where: { id, items: { some: { dossier: seen(actor) } } },
    include: {
      items: {
        where: { dossier: seen(actor) },
        orderBy: { position: "asc" },
        include: {
          dossier: {
            include: {
              carrier: { select: { name: true } },
              assignments: {
                where: { status: "assigned" },
                select: { jurorId: true, sheet: { select: { submittedAt: true } } },
              },
            },
          },
        },
      },
    },
  });
  if (!row) throw notFound();
  const theme = row.themeCode as ThemeCode;
  const prepares = may(actor, "close-scoring", theme);
  const items = row.items.map(({ dossier, heardAt }): SessionItemLine => {
    const status = dossier.status as DossierStatus;
    const sheets = dossier.assignments.map(({ sheet }) => sheet?.submittedAt ?? null);
    const complete = sheets.length > 0 && sheets.every((at) => at !== null);
    const obstacle = refusal("closeScoring", status, {
      ...pathContext(THEMES[theme].selection),
      scoringComplete: complete,
    });
    return {
      number: dossier.number,
      title: dossier.title,
      carrier: dossier.carrier.name,
      status: STATUS_LABELS[prepares ? status : scoringStatus(status)],
      heardAt,
      readiness: prepares ? readinessOf(status, complete) : null,
      mayClose: prepares && obstacle === null,
      own: dossier.assignments.some(({ jurorId }) => jurorId === actor.agentId),
    };
  });
  return {
    id: row.id,
    label: row.label,
    themeCode: row.themeCode,
    heldOn: row.heldOn,
    status: row.status as SessionStatus,
    dossiers: items.length,
    items,
    mayClose: prepares && items.some(({ mayClose }) => mayClose),
  };
}

/** A juror reads the progress of their own scoring, not the decisions that follow it. */
function scoringStatus(status: DossierStatus): DossierStatus {
  return isScoringClosed(status) ? "scored" : status;
}

function readinessOf(status: DossierStatus, complete: boolean): SessionItemLine["readiness"] {
  if (isScoringClosed(status)) return { ready: true, sentence: "Notation close." };
  return complete
    ? { ready: true, sentence: "Toutes les fiches sont remises." }
    : { ready: false, sentence: "Il manque des fiches." };
}
