import "server-only";
import { dossierNumber } from "@/domain/dossier/number";
import type { DossierStatus } from "@/domain/dossier/statuses";
import type { TransitionContext } from "@/domain/dossier/transitions";
import { notAllowed, notFound } from "@/domain/errors";
import { needsDirectorOpinion } from "@/domain/funding/size";
import { type Cents, cents, centsFromBigInt, parseEuros, ZERO } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { may, type Permission } from "@/domain/rights/permissions";
import { THEMES } from "@/domain/themes/index";
import type { FundOwner, Theme, ThemeCode } from "@/domain/themes/types";
import type { Transaction } from "./database/client";
import type { Dossier } from "./database/generated/client";
import { visibleDossiers } from "./visibility";

/** Statuses of the decision that lives on a dossier; the others are of the past. One lives at a time. */
export const LIVE_DECISION = ["proposed", "confirmed"] as const;

/** A filed dossier under the eyes of those who examine it, as its locked row says. */
export interface ExaminedDossier {
  id: string;
  number: string;
  title: string;
  status: DossierStatus;
  version: number;
  /** Raised by each new presentation to a jury. */
  presentation: number;
  themeCode: ThemeCode;
  theme: Theme;
  formVersion: number;
  callId: string;
  roundId: string | null;
  carrierId: string;
  total: Cents;
  computedGrant: Cents;
  directorOpinion: string | null;
  filedAt: Date | null;
  notifiedAt: Date | null;
  /** Who instructs it. */
  assigneeId: string | null;
}

/** The row as the rules read it. Throws when this version of the portal does not hold the dossier's rules. */
export function examined(row: Dossier): ExaminedDossier {
  const theme = THEMES[row.themeCode as ThemeCode];
  if (theme.version !== row.themeVersion) {
    throw new Error(`Unknown rules: ${row.themeCode} ${row.themeVersion}`);
  }
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    status: row.status as DossierStatus,
    version: row.version,
    presentation: row.presentation,
    themeCode: theme.code,
    theme,
    formVersion: row.formVersion,
    callId: row.callId,
    roundId: row.roundId,
    carrierId: row.carrierId,
    total: centsFromBigInt(row.total ?? 0n),
    computedGrant: centsFromBigInt(row.computedGrant ?? 0n),
    directorOpinion: row.directorOpinion,
    filedAt: row.filedAt,
    notifiedAt: row.notifiedAt,
    assigneeId: row.assigneeId,
  };
}

/**
 * Opens a dossier for a command of the instruction: through the actor's visibility (404 out of sight, the recused
 * and the dossier's own team included), with a permission on its theme, its row locked until commit. Messages and
 * internal notes have a sight of their own, narrower.
 */
export async function lockExamined(
  tx: Transaction,
  actor: Actor,
  number: string,
  permission: Permission,
): Promise<ExaminedDossier> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const visible = visibleDossiers(actor, permission === "exchange" ? "exchanges" : "instruction");
  const seen = await tx.dossier.findFirst({
    where: { AND: [{ number }, visible] },
    select: { id: true, themeCode: true },
  });
  if (!seen) throw notFound();
  if (!may(actor, permission, seen.themeCode as ThemeCode)) throw notAllowed();
  await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${seen.id}::uuid FOR UPDATE`;
  // Read again under the lock: a recusal may have been imposed while waiting for it.
  const row = await tx.dossier.findFirst({
    where: { AND: [{ id: seen.id }, visible] },
  });
  if (!row) throw notFound();
  return examined(row);
}

/** Who scores a dossier and how far they are: in the caller's transaction, for the guard of the close. */
async function readScoring(tx: Transaction, dossierId: string) {
  const where = { dossierId, status: "assigned" };
  const assigned = await tx.jurorAssignment.count({ where });
  const submitted = await tx.jurorAssignment.count({
    where: { ...where, sheet: { submittedAt: { not: null } } },
  });
  return { assigned, submitted };
}

/** What the guards of the transitions look at, read in the caller's transaction. */
export async function transitionContext(
  tx: Transaction,
  dossier: ExaminedDossier,
): Promise<TransitionContext> {
  const { selection: path } = dossier.theme;
  const { assigned, submitted } = await readScoring(tx, dossier.id);
  const openAppeals = await tx.appeal.count({ where: { dossierId: dossier.id, decidedAt: null } });
  return {
    path,
    notified: dossier.notifiedAt !== null,
    appealOpen: openAppeals > 0,
    viewsMissing: await viewsMissing(tx, dossier),
    arbitrated: path.arbitration === true && (await isArbitrated(tx, dossier.id)),
    redirectionPending:
      (await tx.redirection.count({ where: { dossierId: dossier.id, status: "proposed" } })) > 0,
    scoringComplete: assigned > 0 && submitted === assigned,
    directorOpinionMissing:
      dossier.directorOpinion === null && needsDirectorOpinion(await projectTotal(tx, dossier)),
  };
}

/** The administrations whose view the path asks for and that have not given it on this presentation. */
export async function viewsMissing(
  tx: Transaction,
  { id, presentation, theme }: Pick<ExaminedDossier, "id" | "presentation" | "theme">,
): Promise<FundOwner[]> {
  const { instructedBy = [] } = theme.selection;
  if (instructedBy.length === 0) return [];
  const given = await tx.instructionView.findMany({
    where: { dossierId: id, presentation },
    select: { administration: true },
  });
  return instructedBy.filter((each) =>
    given.every(({ administration }) => administration !== each),
  );
}

/** Whether the minister confirmed or changed the decision that lives on the dossier. */
async function isArbitrated(tx: Transaction, dossierId: string): Promise<boolean> {
  const answered = await tx.arbitrationLine.count({
    where: {
      answer: { in: ["confirmed", "changed"] },
      decision: { dossierId, status: { in: [...LIVE_DECISION] } },
    },
  });
  return answered > 0;
}

/** The total of the whole project where the form asks for it, else of the dossier: what the 9 M€ are read on. */
export async function projectTotal(
  tx: Transaction,
  dossier: { id: string; total: Cents },
): Promise<Cents> {
  const answer = await tx.answer.findUnique({
    where: { dossierId_field: { dossierId: dossier.id, field: "projectTotal" } },
  });
  const typed = typeof answer?.value === "string" ? parseEuros(answer.value) : null;
  return cents(Math.max(dossier.total, typed ?? ZERO));
}
