import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import type { AuditEntry } from "@/server/audit";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { notifiedLetter } from "@/server/decision-letter";
import { jsonPiece as json, type Piece, pieceOf as piece } from "@/server/pieces";

const EVIDENCE = {
  arbitrations: { include: { list: true }, orderBy: { list: { submittedAt: "asc" } } },
  appeals: { orderBy: { filedAt: "asc" } },
  expectations: { orderBy: { position: "asc" } },
  ledger: { include: { envelope: true }, orderBy: { at: "asc" } },
  session: {
    include: {
      attendance: { orderBy: { at: "asc" } },
      members: { orderBy: { agentId: "asc" } },
      // What the minutes say of other dossiers is not this one's evidence: their seal is.
      minutes: { omit: { content: true, remarks: true } },
    },
  },
  dossier: {
    include: {
      carrier: { select: { id: true, name: true, siret: true } },
      filings: { orderBy: { version: "asc" } },
      assignments: {
        include: { sheet: { include: { scores: { include: { revisions: true } } } } },
        orderBy: { assignedAt: "asc" },
      },
      opinions: { where: { status: "given" }, orderBy: { requestedAt: "asc" } },
      views: { orderBy: { administration: "asc" } },
      votes: {
        include: { ballots: { orderBy: { agentId: "asc" } } },
        orderBy: { openedAt: "asc" },
      },
      consensus: { orderBy: { criterion: "asc" } },
    },
  },
} satisfies Prisma.DecisionInclude;

type Evidence = Prisma.DecisionGetPayload<{ include: typeof EVIDENCE }>;

/**
 * Every piece that proves a decision: the rules it was taken under, the dossier as filed, who was recused, the sheets,
 * the votes, the decision and its arbitration, its letter, the ledger and the log. People are named by their id, which
 * the log explains. The private notes of the jurors are nobody else's, and are not among them; nor is anything of a later
 * presentation, whose jury may be scoring. `lines` are those of the dossier's log that may be read.
 */
export async function piecesOf(decisionId: string, lines: readonly AuditEntry[]): Promise<Piece[]> {
  const evidence = await database().decision.findUniqueOrThrow({
    where: { id: decisionId },
    include: EVIDENCE,
  });
  const letter = await notifiedLetter(decisionId);
  const { dossier } = evidence;
  const admission = lines.filter(({ action }) => action === "admit" || action === "set-aside");
  return [
    json("01-regles.json", "Règles et formulaire du thème", null, rulesOf(dossier)),
    ...dossier.filings
      .filter(({ filedAt }) => filedAt <= evidence.proposedAt)
      .map((filing) =>
        json(`02-depot-${filing.version}.json`, "Dossier déposé", filing.filedAt, filing),
      ),
    ...admission.map((line) =>
      json(`03-recevabilite-${line.sequence}.json`, "Recevabilité", line.at, line),
    ),
    json("04-jures.json", "Jurés, déports et abstentions", null, jurorsOf(evidence)),
    ...sheetsOf(evidence),
    ...given("06-avis-experts.json", "Avis des experts", withoutTokens(dossier.opinions)),
    ...given("07-avis-administrations.json", "Avis d’instruction", ofThis(evidence, dossier.views)),
    ...given("08-votes.json", "Votes", inTheSitting(evidence, dossier.votes)),
    ...given("09-consensus.json", "Notes arrêtées", inTheSitting(evidence, dossier.consensus)),
    ...(evidence.session
      ? [json("10-seance.json", "Séance et procès-verbal", null, evidence.session)]
      : []),
    json("11-decision.json", "Décision", evidence.confirmedAt, decisionOf(evidence)),
    ...(letter ? [piece("12-lettre.pdf", "Lettre", evidence.notifiedAt, letter)] : []),
    json("13-credits.json", "Mouvements de crédits", null, evidence.ledger),
    json("14-journal.json", "Journal du dossier", lines.at(-1)?.at ?? null, [...lines]),
  ];
}

type Dossier = Evidence["dossier"];

/** The rules are code: what is kept is what they state, under the versions the dossier was filed under. */
function rulesOf({ themeCode, themeVersion, formVersion, carrier }: Dossier) {
  const { eligibility: _, ...theme } = THEMES[themeCode as ThemeCode];
  return { themeVersion, formVersion, carrier, theme };
}

/** What belongs to the presentation the decision was taken on. */
function ofThis<Row extends { presentation: number }>(
  { presentation }: Evidence,
  rows: readonly Row[],
): Row[] {
  return rows.filter((row) => row.presentation === presentation);
}

/** What was done in the sitting the decision was taken in. */
function inTheSitting<Row extends { sessionId: string }>(
  { sessionId }: Evidence,
  rows: readonly Row[],
): Row[] {
  return rows.filter((row) => row.sessionId === sessionId);
}

function jurorsOf(evidence: Evidence) {
  return ofThis(evidence, evidence.dossier.assignments).map(
    ({ sheet: _, ...assignment }) => assignment,
  );
}

function sheetsOf(evidence: Evidence): Piece[] {
  return ofThis(evidence, evidence.dossier.assignments).flatMap(
    ({ jurorId, presentation, sheet }) => {
      if (!sheet?.submittedAt) return [];
      const { privateNotes: _, ...handedIn } = sheet;
      const name = `05-fiche-${presentation}-${jurorId}.json`;
      return [json(name, "Fiche de notation", sheet.submittedAt, { jurorId, ...handedIn })];
    },
  );
}

/** What opens the link of an opinion is no evidence. */
function withoutTokens(opinions: Dossier["opinions"]) {
  return opinions.map(({ tokenHash: _, ...opinion }) => opinion);
}

function decisionOf({ dossier: _, session: __, ledger: ___, ...decision }: Evidence) {
  return decision;
}

const given = (name: string, title: string, rows: readonly object[]): Piece[] =>
  rows.length === 0 ? [] : [json(name, title, null, rows)];
