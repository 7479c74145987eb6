import { shownRank } from "@/domain/dossier/ministry-rank";
import { dossierNumber } from "@/domain/dossier/number";
import { STATUS_LABELS, statusForCarrier } from "@/domain/dossier/statuses";
import { notFound } from "@/domain/errors";
import { type ReadScore, revisionRefusal } from "@/domain/evaluation/revisions";
import { centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import type { Criterion } from "@/domain/themes/types";
import { routes } from "@/routes";
import { database } from "@/server/database/client";
import { type ExaminedDossier, examined, LIVE_DECISION } from "@/server/examined-dossier";
import { readGrid } from "@/server/grid";
import { type JurySheets, readJurySheets, readScore, SCORES_READ } from "@/server/jury-sheets";
import { isScoringClosed, visibleDossiers } from "@/server/visibility";
import type { DossierHeaderProps } from "@/ui/dossier-header";

/** A juror's own sheet of one dossier. */
export interface MySheet {
  dossier: ExaminedDossier;
  header: DossierHeaderProps;
  /** The theme's, under the weights of the dossier's call. */
  criteria: readonly Criterion[];
  revision: number;
  scores: ReadScore[];
  privateNotes: string;
  submittedAt: Date | null;
  /** The scoring is closed: nothing is written any more. */
  closed: boolean;
  /** A score handed in may be changed, with a reason. */
  mayRevise: boolean;
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
          sessionItems: {
            where: { formerTheme: null },
            include: { session: { select: { heldOn: true } } },
          },
          decisions: { where: { status: { in: [...LIVE_DECISION] } }, select: { id: true } },
        },
      },
      sheet: { include: { scores: SCORES_READ } },
    },
  });
  if (!row) throw notFound();
  const dossier = examined(row.dossier);
  const { theme } = dossier;
  const { sheet } = row;
  const criteria = await readGrid(dossier);
  const hasDecision = row.dossier.decisions.length > 0;
  const item = row.dossier.sessionItems.find((each) => each.presentation === row.presentation);
  const closed = isScoringClosed(dossier.status);
  // A decision is not the juror's to know before the carrier does; the close of their own scoring is.
  const shown = closed
    ? statusForCarrier(dossier.status, row.dossier.notifiedAt !== null)
    : dossier.status;
  return {
    dossier,
    criteria,
    revision: sheet?.revision ?? 0,
    scores: criteria.map(({ key }) => {
      const score = sheet?.scores.find(({ criterion }) => criterion === key);
      return score
        ? readScore(score)
        : { criterion: key, value: null, justification: "", changes: [] };
    }),
    privateNotes: sheet?.privateNotes ?? "",
    submittedAt: sheet?.submittedAt ?? null,
    closed,
    mayRevise:
      sheet?.submittedAt != null &&
      revisionRefusal({ status: dossier.status, hasDecision }) === null,
    dueOn: item?.session.heldOn ?? null,
    heardAt: item?.heardAt ?? null,
    header: {
      number,
      title: dossier.title,
      theme: { code: theme.code, title: theme.title, href: routes.theme(theme.slug) },
      status: STATUS_LABELS[shown],
      carrier: row.dossier.carrier.name,
      ministryRank: shownRank(theme, row.dossier.ministryRank),
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
): Promise<JurySheets | null> {
  if (!closed) return null;
  const read = await readJurySheets(actor, dossier.id, criteria);
  return read.aggregate && read;
}
