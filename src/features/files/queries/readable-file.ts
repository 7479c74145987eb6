import type { Readable } from "node:stream";
import { z } from "zod";
import { type FileStatus, isReadable } from "@/domain/dossier/files";
import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { seenByMinistry } from "@/server/database/ministry-sight";
import { evidenceIds } from "@/server/evidence";
import { contentKey } from "@/server/files/keys";
import { inStore } from "@/server/files/reception";
import { fileStore } from "@/server/files/store";
import { type Relation, visibleDossiers } from "@/server/visibility";

/** Those who see a dossier, the ministry aside: it looks by itself. */
const RELATIONS = ["carrier", "instruction", "receiving", "juror", "expert", "auditor"] as const;
/** Those who follow a project after its award: what proves its milestones is theirs too. The ministry does as well. */
const FOLLOWERS = ["carrier", "instruction", "auditor"] as const;

export interface ReadableFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  status: FileStatus;
  storageKey: string;
  readable: boolean;
}

type Row = Prisma.FileGetPayload<object>;

const any = (actor: Actor, relations: readonly Relation[]) => ({
  OR: relations.map((relation) => visibleDossiers(actor, relation)),
});

/**
 * The files of a dossier the actor may know of: its team, those it keeps and those it filed; the others who see the
 * dossier, those it filed; those who follow its project, what proves its milestones too. Throws `not-found` when the dossier is out of their sight.
 */
export async function knownFiles(actor: Actor, number: string): Promise<readonly ReadableFile[]> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const ofMinistry = await seenByMinistry(actor, number);
  const dossier =
    ofMinistry ??
    (await database().dossier.findFirst({
      where: { number, ...any(actor, RELATIONS) },
      select: { id: true },
    }));
  if (!dossier) throw notFound();
  const team = await database().dossier.count({
    where: { id: dossier.id, ...visibleDossiers(actor, "carrier") },
  });
  const followed = await database().dossier.count({
    where: { id: dossier.id, ...any(actor, FOLLOWERS) },
  });
  const [rows, filed] = await Promise.all([
    database().file.findMany({
      where: { dossierId: dossier.id, erasedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    namedIds(dossier.id, ofMinistry !== null || followed > 0),
  ]);
  return rows
    .filter(({ id, removedAt }) => filed.has(id) || (team > 0 && removedAt === null))
    .map((row) => asReadable(row, actor));
}

/** The ids of the files that the filings of a dossier name and, `withEvidence`, the proposals of its milestones. */
async function namedIds(dossierId: string, withEvidence: boolean): Promise<ReadonlySet<string>> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT entry->>'id' AS id FROM filing, jsonb_array_elements(
      coalesce(content->'files', '[]'::jsonb)) AS entry
    WHERE dossier_id = ${dossierId}::uuid
    ${withEvidence ? Prisma.sql`UNION ${evidenceIds(dossierId)}` : Prisma.empty}`;
  return new Set(rows.map(({ id }) => id));
}

function asReadable(row: Row, actor: Actor): ReadableFile {
  const status = row.status as FileStatus;
  return {
    id: row.id,
    name: row.name,
    mediaType: row.mediaType,
    size: Number(row.size),
    status,
    storageKey: row.storageKey,
    readable: isReadable(status, row.agentId === actor.agentId),
  };
}

/**
 * A file and its bytes, for whoever sees its dossier and may know of it, once its state allows: everything else is
 * `not-found`. Throws `unavailable` when the store is away.
 */
export async function openFile(
  actor: Actor,
  { number, file: id }: { number: string; file: string },
): Promise<{ file: ReadableFile; bytes: Readable }> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const file = (await knownFiles(actor, number)).find((one) => one.id === id);
  if (!file?.readable) throw notFound();
  return { file, bytes: await readBytes(file) };
}

/** The bytes of a file. Throws `unavailable` when the store is away. */
export function readBytes(file: { storageKey: string }): Promise<Readable> {
  return inStore(() => fileStore().read(contentKey(file)));
}
