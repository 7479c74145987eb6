import { nextDates } from "@/domain/dossier/next-dates";
import { evidenceSchema } from "@/domain/execution/evidence";
import { formatPeriod } from "@/domain/execution/periods";
import { fullName } from "@/domain/rights/actor";
import { pinned } from "@/domain/themes/pinned";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { notifiedLetter } from "@/server/decision-letter";
import { filedContentOf } from "@/server/filed-dossier";
import { onPaper } from "@/server/pdf/paper";
import { receiptPdf } from "@/server/pdf/receipt";
import { jsonPiece, type Piece, pieceOf } from "@/server/pieces";

/** A file of the store that proves a milestone, under its name in the archive. */
export interface StoredPiece extends Omit<Piece, "content"> {
  storageKey: string;
}

const PROJECT = {
  baselines: { orderBy: { version: "asc" } },
  phases: {
    include: { crossings: { orderBy: { attempt: "asc" } } },
    orderBy: { position: "asc" },
  },
  obligations: { orderBy: [{ dueOn: "asc" }, { kind: "asc" }] },
  // What was never handed in says nothing.
  reports: {
    where: { status: { not: "draft" } },
    include: { corrections: { orderBy: { position: "asc" } } },
    orderBy: { periodEndsOn: "asc" },
  },
  requests: { orderBy: { number: "asc" } },
  gains: { orderBy: { id: "asc" } },
  decision: { include: { ledger: { orderBy: { at: "asc" } } } },
} satisfies Prisma.ExecutionInclude;
type ProjectRow = Prisma.ExecutionGetPayload<{ include: typeof PROJECT }>;

/** What an archive is made of: the pieces written, and the files that stay in the store until they are sent. */
export interface ProjectPieces {
  written: readonly Piece[];
  stored: readonly StoredPiece[];
}

/**
 * Every piece of the life of a project: receipts, letter, versions of its baseline, crossings with what proves them,
 * reports with their corrections, requests, duties, gains, movements of credits, closing. People are named by their id.
 * Who may read them is settled by the caller.
 */
export async function projectPieces(dossierId: string): Promise<ProjectPieces> {
  const project = await database().execution.findUniqueOrThrow({
    where: { dossierId },
    include: PROJECT,
  });
  const [receipts, letter, movements, stored] = await Promise.all([
    receiptsOf(dossierId),
    notifiedLetter(project.decisionId),
    database().creditMovement.findMany({ where: { dossierId }, orderBy: { id: "asc" } }),
    evidenceOf(project),
  ]);
  const { notifiedAt, ledger } = project.decision;
  return {
    stored,
    written: [
      ...receipts,
      ...(letter ? [pieceOf("02-lettre.pdf", "Lettre de décision", notifiedAt, letter)] : []),
      ...project.baselines.map((baseline) =>
        jsonPiece(
          `03-reference/version-${baseline.version}.json`,
          `Plan de référence, version ${baseline.version}`,
          baseline.at,
          baseline,
        ),
      ),
      ...crossingsOf(project),
      ...project.reports.map((report) =>
        jsonPiece(
          `05-comptes-rendus/${report.period}.json`,
          `Compte rendu, ${formatPeriod(report.period)}`,
          report.submittedAt,
          report,
        ),
      ),
      ...project.requests.map((request) =>
        jsonPiece(
          `06-modifications/demande-${request.number}.json`,
          `Demande de modification ${request.number}`,
          request.requestedAt,
          request,
        ),
      ),
      jsonPiece(
        "07-engagements.json",
        "Comptes rendus et engagements attendus",
        null,
        project.obligations,
      ),
      jsonPiece("08-gains.json", "Gains promis et prouvés", null, project.gains),
      jsonPiece("09-credits.json", "Mouvements de crédits", null, { award: ledger, movements }),
      jsonPiece(
        "10-cloture.json",
        "Clôture et évaluation finale",
        project.closedAt,
        closingOf(project),
      ),
    ],
  };
}

/** Each filing with the receipt that was given of it. */
async function receiptsOf(dossierId: string): Promise<Piece[]> {
  const { number, round, filings } = await database().dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { number: true, round: true, filings: { orderBy: { version: "asc" } } },
  });
  const agents = await database().agent.findMany({
    where: { id: { in: filings.map(({ agentId }) => agentId) } },
    select: { id: true, givenName: true, usualName: true },
  });
  return filings.flatMap((filing, index) => {
    const { version, filedAt, fingerprint } = filing;
    const content = filedContentOf(filing);
    const { theme } = pinned({ ...content, themeCode: content.theme });
    const author = agents.find(({ id }) => id === filing.agentId);
    const { total, base, computedGrant: grant, requestedGrant: requested } = content.amounts;
    const receipt = receiptPdf({
      service: onPaper(),
      act: content.act,
      number,
      title: content.project.title,
      theme: { code: theme.code, title: theme.title },
      callLabel: content.call,
      carrierName: content.carrier.name,
      filedBy: author ? fullName(author) : "Personne effacée",
      filedAt,
      fingerprint,
      files: content.files.length,
      amounts: { total, base, grant, requested },
      nextDates: nextDates(theme, version === filings.at(-1)?.version ? round : null),
    });
    const rank = index + 1;
    const at = `01-depots/depot-${rank}`;
    return [
      pieceOf(`${at}-recepisse.pdf`, `Récépissé du dépôt ${rank}`, filedAt, receipt),
      jsonPiece(`${at}.json`, `Dossier déposé, dépôt ${rank}`, filedAt, filing),
    ];
  });
}

const folderOf = ({ position, attempt }: { position: number; attempt: number }) =>
  `04-jalons/phase-${position}-proposition-${attempt}`;

function crossingsOf({ phases }: ProjectRow): Piece[] {
  return phases.flatMap(({ crossings }) =>
    crossings.map((crossing) =>
      jsonPiece(
        `${folderOf(crossing)}.json`,
        `Jalon de la phase ${crossing.position}, proposition ${crossing.attempt}`,
        crossing.requestedAt,
        crossing,
      ),
    ),
  );
}

/** The files that prove the milestones, those that the antivirus found clean: two of one name bear their rank. */
async function evidenceOf({ dossierId, phases }: ProjectRow): Promise<StoredPiece[]> {
  const named = phases.flatMap(({ crossings }) =>
    crossings.flatMap((crossing) =>
      evidenceSchema.parse(crossing.files).map((file, index) => ({ ...file, index, crossing })),
    ),
  );
  const rows = await database().file.findMany({
    where: {
      dossierId,
      id: { in: named.map(({ id }) => id) },
      status: "analysed",
      erasedAt: null,
    },
    select: { id: true, storageKey: true },
  });
  return named.flatMap(({ id, name, sha256, index, crossing }) => {
    const row = rows.find((each) => each.id === id);
    if (!row) return [];
    return [
      {
        name: `${folderOf(crossing)}/${index + 1}-${name}`,
        title: `Pièce du jalon de la phase ${crossing.position}`,
        at: crossing.requestedAt,
        sha256,
        storageKey: row.storageKey,
      },
    ];
  });
}

function closingOf({
  evaluation,
  lessons,
  unused,
  closingAskedAt,
  closedById,
  closedAt,
}: ProjectRow) {
  return { evaluation, lessons, unused, closingAskedAt, closedById, closedAt };
}
