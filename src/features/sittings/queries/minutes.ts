import { z } from "zod";
import { notFound } from "@/domain/errors";
import type { DocumentBlock } from "@/domain/evidence/document";
import { type Actor, fullName, holds } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import { type MinutesContent, minutesSchema } from "@/domain/sitting/minutes";
import {
  minutesBlocks,
  type ReadItem,
  type Signature,
  signatureBlocks,
} from "@/domain/sitting/minutes-words";
import { APART_WORDS, type Capacity, type Standing } from "@/domain/sitting/quorum";
import type { ThemeCode } from "@/domain/themes/types";
import { routes } from "@/routes";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { fingerprint } from "@/server/fingerprint";
import { onPaper } from "@/server/pdf/paper";
import { visibleDossiers, visibleSessions } from "@/server/visibility";
import { drawMinutes } from "../draw-minutes";
import { examines, readSights } from "./sights";

export interface MinutesPage {
  sessionId: string;
  label: string;
  blocks: DocumentBlock[];
  remarks: string;
  /** Until the first signature, by those who keep the sitting. */
  mayRemark: boolean;
  /** In what capacity the reader may sign now; null when they may not. */
  signs: "secretary" | "chair" | null;
  /** Why a secretary or a chair who could sign cannot, in French. */
  obstacle: string | null;
  /** What is signed is what was read: a print of the content and the remarks. */
  print: string;
  sealedAt: Date | null;
  /** The sealed PDF is the reader's to download. */
  fileHref: string | null;
}

const MINUTES = {
  minutes: true,
  members: { select: { agentId: true, capacity: true } },
  items: {
    orderBy: [{ position: "asc" }, { dossierId: "asc" }],
    select: {
      dossierId: true,
      presentation: true,
      dossier: {
        select: {
          number: true,
          assignments: { select: { jurorId: true, presentation: true, status: true } },
          members: { select: { agentId: true } },
        },
      },
    },
  },
} satisfies Prisma.JurySessionInclude;

type Row = Prisma.JurySessionGetPayload<{ include: typeof MINUTES }>;

/** The print of what is signed. */
export function printOf(content: MinutesContent, remarks: string): string {
  return fingerprint({ content: plain(content), remarks });
}

const plain = (content: MinutesContent) => JSON.parse(JSON.stringify(content));

/**
 * The minutes of an ended sitting: those of its facts until somebody signs, then those they signed. Read by those who
 * examine the theme, by the members and by auditors, each without the dossiers they take no part in. Throws `not-found`
 * for the others and before the end.
 */
export async function readMinutes(actor: Actor, id: string): Promise<MinutesPage> {
  const { row, content, remarks, sights } = await openMinutes(actor, id);
  const { minutes } = row;
  const theme = row.themeCode as ThemeCode;
  const { secretary, chair } = await signaturesOf(row);
  const signed = secretary !== null || chair !== null;
  const whole = isWhole(sights);
  const signs = signsAs(actor, row);
  const fileHref =
    minutes?.sealedAt && whole && may(actor, "read-minutes-file", theme)
      ? routes.minutesFile(id)
      : null;
  return {
    sessionId: id,
    label: row.label,
    blocks: [
      ...minutesBlocks(masked(content, row, sights), readItems(content, row, sights), remarks),
      ...signatureBlocks({
        secretary,
        chair,
        fingerprint: minutes?.fingerprint ?? null,
        address: onPaper().verification,
      }),
    ],
    remarks,
    mayRemark: !signed && may(actor, "keep-session", theme),
    signs: whole ? signs : null,
    obstacle:
      signs !== null && !whole
        ? "Vous ne prenez pas part à tous les dossiers de cette séance\u00A0: une autre personne de la même qualité signe."
        : null,
    print: printOf(content, remarks),
    sealedAt: minutes?.sealedAt ?? null,
    fileHref,
  };
}

/** The sealed minutes, whole, for those who may keep them. Throws `not-found` otherwise. */
export async function readSealedMinutes(
  actor: Actor,
  id: string,
): Promise<{ label: string; blocks: DocumentBlock[]; sealedAt: Date }> {
  const { row, content, remarks, sights } = await openMinutes(actor, id);
  const { minutes } = row;
  const allowed = may(actor, "read-minutes-file", row.themeCode as ThemeCode);
  if (!minutes?.sealedAt || !allowed || !isWhole(sights)) throw notFound();
  return {
    label: row.label,
    sealedAt: minutes.sealedAt,
    blocks: [
      ...minutesBlocks(content, content.items, remarks),
      ...signatureBlocks({
        ...(await signaturesOf(row)),
        fingerprint: minutes.fingerprint,
        address: onPaper().verification,
      }),
    ],
  };
}

async function openMinutes(actor: Actor, id: string) {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const audits = holds(actor, "auditor");
  const row = await database().jurySession.findFirst({
    where: audits ? { id } : { AND: [{ id }, visibleSessions(actor)] },
    include: MINUTES,
  });
  const reads =
    row &&
    (audits ||
      examines(actor, row.themeCode) ||
      row.members.some(({ agentId }) => agentId === actor.agentId));
  if (!row || !reads) throw notFound();
  const signed = row.minutes?.secretarySignedAt ?? row.minutes?.chairSignedAt;
  const content = signed
    ? minutesSchema.parse(row.minutes?.content)
    : await drawMinutes(database(), id);
  if (!content) throw notFound();
  return {
    row,
    content,
    remarks: row.minutes?.remarks ?? "",
    sights: audits
      ? await auditorSights(actor, row)
      : await readSights(actor, row.themeCode, row.items),
  };
}

type Sights = ReadonlyMap<string, Standing>;

/** An auditor reads everything but the dossiers they have a part in. */
async function auditorSights(actor: Actor, { items }: Row): Promise<Sights> {
  const visible = await database().dossier.findMany({
    where: {
      id: { in: items.map(({ dossierId }) => dossierId) },
      ...visibleDossiers(actor, "auditor"),
    },
    select: { id: true },
  });
  const inSight = new Set(visible.map(({ id }) => id));
  return new Map(
    items.map(({ dossierId }) => [dossierId, inSight.has(dossierId) ? "takes-part" : "recused"]),
  );
}

const isWhole = (sights: Sights) =>
  [...sights.values()].every((standing) => standing === "takes-part");

/** The word in place of a dossier its reader takes no part in; null for the others. */
function apartWord(row: Row, sights: Sights, number: string): string | null {
  const item = row.items.find(({ dossier }) => dossier.number === number);
  const standing = item ? (sights.get(item.dossierId) ?? "not-entrusted") : "takes-part";
  return standing === "takes-part" ? null : APART_WORDS[standing].word;
}

function readItems(content: MinutesContent, row: Row, sights: Sights): ReadItem[] {
  return content.items.map((item) => {
    const apart = apartWord(row, sights, item.number);
    return apart === null ? item : { apart };
  });
}

/** The ranking without the dossiers its reader takes no part in; one of another sitting of the call is nobody's here. */
function masked(content: MinutesContent, row: Row, sights: Sights): MinutesContent {
  if (isWhole(sights)) return content;
  const known = new Set(content.items.map(({ number }) => number));
  return {
    ...content,
    ranking: content.ranking.map((line) => {
      const apart = known.has(line.number)
        ? apartWord(row, sights, line.number)
        : APART_WORDS["not-entrusted"].word;
      return apart === null ? line : { ...line, number: apart, title: "", place: "" };
    }),
  };
}

/** In what capacity the actor may still sign: theirs in the sitting, with its role, not signed by anybody yet. */
function signsAs(actor: Actor, { themeCode, members, minutes }: Row): MinutesPage["signs"] {
  const capacity = members.find(({ agentId }) => agentId === actor.agentId)?.capacity as
    | Capacity
    | undefined;
  const theme = themeCode as ThemeCode;
  if (capacity === "secretary" && may(actor, "keep-session", theme)) {
    return minutes?.secretarySignedAt ? null : "secretary";
  }
  if (capacity === "chair" && may(actor, "chair-session", theme)) {
    return minutes?.chairSignedAt ? null : "chair";
  }
  return null;
}

async function signaturesOf({
  minutes,
}: Row): Promise<{ secretary: Signature | null; chair: Signature | null }> {
  const ids = [minutes?.secretaryId, minutes?.chairId].filter((id) => typeof id === "string");
  const agents = await database().agent.findMany({ where: { id: { in: ids } } });
  const signature = (id: string | null | undefined, at: Date | null | undefined) => {
    const agent = agents.find((each) => each.id === id);
    return at ? { name: agent ? fullName(agent) : "Personne effacée", at: at.toISOString() } : null;
  };
  return {
    secretary: signature(minutes?.secretaryId, minutes?.secretarySignedAt),
    chair: signature(minutes?.chairId, minutes?.chairSignedAt),
  };
}
