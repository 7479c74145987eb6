import { signatureOf } from "@/domain/dossier/exchanges";
import { isAlike, likenessWords } from "@/domain/dossier/similarity";
import { type DossierStatus, STATUS_LABELS } from "@/domain/dossier/statuses";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { visibleDossiers } from "@/server/visibility";
import { readCandidates } from "./similar";

/** Why a dossier is brought near the one that is read. */
interface Brought {
  id: string;
  title: string;
  theme: { code: ThemeCode; title: string };
  /** « même porteur », « titre proche »… */
  reason: string;
}

/** A dossier of the reader's own themes: read in full. */
export interface KnownDossier extends Brought {
  number: string;
  carrier: string;
  status: (typeof STATUS_LABELS)[DossierStatus];
  filedAt: Date;
  asked: Cents;
  /** Null while nothing is awarded. */
  awarded: Cents | null;
}

/** A dossier of another theme: what lets one propose an alliance, nothing of its examination nor of its money. */
export interface NeighbourDossier extends Brought {
  /** Null for a carrier of no ministry. */
  ministry: string | null;
  /** The unit that owns its theme, to write to. */
  contact: string;
}

/** What one may bring near a dossier. */
export interface RelatedDossiers {
  history: Found;
  /** Whether the same carrier filed more dossiers than are shown. */
  moreHistory: boolean;
  similar: Found;
}

interface Found {
  known: readonly KnownDossier[];
  neighbours: readonly NeighbourDossier[];
}

export const MOST_HISTORY = 20;
export const MOST_SIMILAR = 10;

/**
 * The dossiers of the same project and of the same carrier, then those that are near by their words, of every theme: in
 * full those of the reader's themes, in a few words those of the others
 * (docs/decisions/2026-11-28-related-dossiers.md). Of a dossier already opened through the actor's visibility; in a fixed
 * number of statements.
 */
export async function readRelated(actor: Actor, dossierId: string): Promise<RelatedDossiers> {
  const source = await database().dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { id: true, title: true, projectId: true, carrierId: true },
  });
  const [own, candidates] = await Promise.all([
    readHistory(actor, source),
    readCandidates(actor, source),
  ]);
  const near = candidates.filter(({ likeness }) => isAlike(likeness)).slice(0, MOST_SIMILAR);
  const history = own.slice(0, MOST_HISTORY);
  const found = await readFound(
    actor,
    [...history, ...near].map(({ id }) => id),
  );
  const sameReason = new Map(
    history.map(({ id, projectId }) => [
      id,
      projectId === source.projectId ? "même projet, même porteur" : "même porteur",
    ]),
  );
  const likeness = new Map(near.map((each) => [each.id, each.likeness]));
  return {
    moreHistory: own.length > MOST_HISTORY,
    history: inOrder(history, found, (id) => sameReason.get(id) ?? ""),
    similar: inOrder(near, found, (id, isFull) => {
      const alike = likeness.get(id);
      return alike ? likenessWords(alike, isFull) : "";
    }),
  };
}

/** A project keeps its carrier: every dossier of the project is among those of the carrier. */
function readHistory(actor: Actor, source: { id: string; projectId: string; carrierId: string }) {
  return database().dossier.findMany({
    where: {
      AND: [
        { id: { not: source.id } },
        { OR: [{ projectId: source.projectId }, { carrierId: source.carrierId }] },
        {
          OR: [
            visibleDossiers(actor, "instruction"),
            { AND: [visibleDossiers(actor, "neighbour"), { status: { not: "withdrawn" } }] },
          ],
        },
      ],
    },
    orderBy: [{ filedAt: "desc" }, { id: "desc" }],
    take: MOST_HISTORY + 1,
    select: { id: true, projectId: true },
  });
}

const KNOWN = {
  id: true,
  number: true,
  title: true,
  themeCode: true,
  status: true,
  filedAt: true,
  createdAt: true,
  requestedGrant: true,
  carrier: { select: { name: true } },
  decisions: { where: { status: "confirmed" }, select: { amount: true } },
} satisfies Prisma.DossierSelect;

/** All that is read of a dossier of another theme. */
const NEIGHBOUR = {
  id: true,
  title: true,
  themeCode: true,
  ministry: { select: { name: true } },
} satisfies Prisma.DossierSelect;

type Reason = (id: string, isFull: boolean) => string;
type Known = Prisma.DossierGetPayload<{ select: typeof KNOWN }>;
type Neighbour = Prisma.DossierGetPayload<{ select: typeof NEIGHBOUR }>;

interface Rows {
  known: ReadonlyMap<string, Known>;
  neighbours: ReadonlyMap<string, Neighbour>;
}

async function readFound(actor: Actor, ids: readonly string[]): Promise<Rows> {
  const among = { id: { in: [...ids] } };
  const [known, neighbours] = await Promise.all([
    database().dossier.findMany({
      where: { AND: [among, visibleDossiers(actor, "instruction")] },
      select: KNOWN,
    }),
    database().dossier.findMany({
      where: {
        AND: [
          among,
          visibleDossiers(actor, "neighbour"),
          { NOT: visibleDossiers(actor, "instruction") },
        ],
      },
      select: NEIGHBOUR,
    }),
  ]);
  return {
    known: new Map(known.map((row) => [row.id, row])),
    neighbours: new Map(neighbours.map((row) => [row.id, row])),
  };
}

function inOrder(ids: readonly { id: string }[], rows: Rows, reason: Reason): Found {
  return {
    known: ids.flatMap(({ id }) => {
      const row = rows.known.get(id);
      return row ? [knownDossier(row, reason(id, true))] : [];
    }),
    neighbours: ids.flatMap(({ id }) => {
      const row = rows.neighbours.get(id);
      return row ? [neighbourDossier(row, reason(id, false))] : [];
    }),
  };
}

function brought(row: { id: string; title: string; themeCode: string }, reason: string): Brought {
  const { code, title } = THEMES[row.themeCode as ThemeCode];
  return { id: row.id, title: row.title, theme: { code, title }, reason };
}

function knownDossier(row: Known, reason: string): KnownDossier {
  const awarded = row.decisions[0]?.amount ?? null;
  return {
    ...brought(row, reason),
    number: row.number,
    carrier: row.carrier.name,
    status: STATUS_LABELS[row.status as DossierStatus],
    filedAt: row.filedAt ?? row.createdAt,
    asked: centsFromBigInt(row.requestedGrant ?? 0n),
    awarded: awarded === null ? null : centsFromBigInt(awarded),
  };
}

function neighbourDossier(row: Neighbour, reason: string): NeighbourDossier {
  return {
    ...brought(row, reason),
    ministry: row.ministry?.name ?? null,
    contact: signatureOf(THEMES[row.themeCode as ThemeCode]),
  };
}
