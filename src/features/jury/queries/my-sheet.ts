import { dossierNumber } from "@/domain/dossier/number";
import { STATUS_LABELS, statusForCarrier } from "@/domain/dossier/statuses";
import { notFound } from "@/domain/errors";
import { type Aggregate, aggregate } from "@/domain/evaluation/aggregation";
import { type CriterionScore, isScoreValue, sheetScore } from "@/domain/evaluation/scores";
import { centsFromBigInt } from "@/domain/money";
import { type Actor, fullName } from "@/domain/rights/actor";
import type { Criterion } from "@/domain/themes/types";
import { routes } from "@/routes";
import { database } from "@/server/database/client";
import { type ExaminedDossier, examined } from "@/server/examined-dossier";
import { isScoringClosed, visibleDossiers, visibleSheets } from "@/server/visibility";
import type { DossierHeaderProps } from "@/ui/dossier-header";

/** A juror's own sheet of one dossier. */
export interface MySheet {
  dossier: ExaminedDossier;
  header: DossierHeaderProps;
  criteria: readonly Criterion[];
  revision: number;
  scores: CriterionScore[];
  privateNotes: string;
  submittedAt: Date | null;
  /** The scoring is closed: nothing is written any more. */
  closed: boolean;
  dueOn: Date | null;
  heardAt: Date | null;
}

/** The sheet of the actor on a dossier entrusted to them. Throws `not-found` for everybody else, the recused included. */
export async function readMySheet(actor: Actor, number: string): Promise<MySheet> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const row = await database().jurorAssignment.findFirst({
    where: {
      jurorId: actor.agentId,
      status: "assigned",
      dossier: { AND: [{ number }, visibleDossiers(actor, "juror")] },
    },
    include: {
      dossier: {
        include: {
          carrier: { select: { name: true } },
          sessionItems: { include: { session: { select: { heldOn: true } } } },
        },
      },
      sheet: { include: { scores: true } },
    },
  });
  if (!row) throw notFound();
  const dossier = examined(row.dossier);
  const { theme } = dossier;
  const { sheet } = row;
  const item = row.dossier.sessionItems[0];
  const closed = isScoringClosed(dossier.status);
  // A decision is not the juror's to know before the carrier does; the close of their own scoring is.
  const shown = closed
    ? statusForCarrier(dossier.status, row.dossier.notifiedAt !== null)
    : dossier.status;
  return {
    dossier,
    criteria: theme.criteria,
    revision: sheet?.revision ?? 0,
    scores: theme.criteria.map(({ key }) => {
      const score = sheet?.scores.find(({ criterion }) => criterion === key);
      return {
        criterion: key,
        value: isScoreValue(score?.value) ? score.value : null,
        justification: score?.justification ?? "",
      };
    }),
    privateNotes: sheet?.privateNotes ?? "",
    submittedAt: sheet?.submittedAt ?? null,
    closed,
    dueOn: item?.session.heldOn ?? null,
    heardAt: item?.heardAt ?? null,
    header: {
      number,
      title: dossier.title,
      theme: { code: theme.code, title: theme.title, href: routes.theme(theme.slug) },
      status: STATUS_LABELS[shown],
      carrier: row.dossier.carrier.name,
      grant: {
        label: "Subvention demandée",
        cents: centsFromBigInt(row.dossier.requestedGrant ?? 0n),
      },
    },
  };
}

/** What the jury wrote, for a juror who handed in, once the scoring is closed; null before. */
export async function readJuryScores(
  actor: Actor,
  { dossier, criteria, closed }: MySheet,
): Promise<{
  aggregate: Aggregate;
  sheets: { juror: string; scores: CriterionScore[]; total: number | null }[];
} | null> {
  if (!closed) return null;
  const rows = await database().scoreSheet.findMany({
    where: {
      AND: [
        visibleSheets(actor),
        {
          submittedAt: { not: null },
          assignment: { dossierId: dossier.id, status: "assigned" },
        },
      ],
    },
    select: {
      scores: true,
      assignment: { select: { juror: { select: { givenName: true, usualName: true } } } },
    },
    orderBy: { assignment: { juror: { usualName: "asc" } } },
  });
  const sheets = rows.map(({ scores, assignment }) => {
    const own = scores.map(({ criterion, value, justification }) => ({
      criterion,
      value: isScoreValue(value) ? value : null,
      justification,
    }));
    return { juror: fullName(assignment.juror), scores: own, total: sheetScore(criteria, own) };
  });
  const together = aggregate(
    criteria,
    sheets.map(({ scores }) => scores),
  );
  return together && { aggregate: together, sheets };
}
