import { randomUUID } from "node:crypto";
import { z } from "zod";
import {
  type MessageSide,
  otherSide,
  signatureOf,
  writingClosed,
} from "@/domain/dossier/exchanges";
import { dossierNumber } from "@/domain/dossier/number";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { covers } from "@/domain/dossier/team";
import { notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";

/** A message as one side reads it. */
export interface ThreadMessage {
  id: string;
  side: MessageSide;
  /** Who wrote it; for the carrier, the service in whose name the instruction writes. */
  author: string;
  at: Date;
  body: string;
  /** Of the other side, and read now for the first time. */
  isNew: boolean;
}

/** A page of the messages of a dossier, the newest first. */
export interface Thread {
  dossierId: string;
  number: string;
  messages: readonly ThreadMessage[];
  /** Message to continue after; null on the last page. */
  nextCursor: string | null;
  /** Why nobody writes; null while people may. */
  closed: string | null;
  /** Whether the reader may write while nothing is closed. */
  mayWrite: boolean;
  /** In whose name the instruction writes. */
  signature: string;
  /** The last message of the whole thread; empty without any. */
  seen: string;
  /** Since when the carrier waits for an answer; for the instruction alone. */
  waitsSince: Date | null;
  /** Given to the form: what it sends is one message, however many times. */
  key: string;
}

const PAGE = 20;

/** The messages of a dossier as one of its sides reads them. Throws `not-found` out of sight. */
export async function readThread(
  actor: Actor,
  side: MessageSide,
  number: string,
  after?: string,
): Promise<Thread> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const { agentId } = actor;
  const relation = side === "carrier" ? "carrier" : "exchanges";
  const dossier = await database().dossier.findFirst({
    where: { AND: [{ number }, visibleDossiers(actor, relation)] },
    select: {
      id: true,
      number: true,
      status: true,
      filedAt: true,
      themeCode: true,
      carrierWroteAt: true,
      members: { where: { agentId }, select: { access: true } },
      readings: { where: { agentId }, select: { readAt: true } },
      messages: { orderBy: { at: "desc" }, take: 1, select: { id: true } },
    },
  });
  if (!dossier) throw notFound();
  const cursor = z.uuid().safeParse(after).data;
  const rows = await database().dossierMessage.findMany({
    where: { dossierId: dossier.id },
    orderBy: { at: "desc" },
    take: PAGE + 1,
    ...(cursor && { cursor: { id: cursor }, skip: 1 }),
  });
  const page = rows.slice(0, PAGE);
  const readAt = dossier.readings[0]?.readAt ?? new Date(0);
  const authors = await authorsOf(page, side);
  return {
    dossierId: dossier.id,
    number: dossier.number,
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    closed: writingClosed({ status: dossier.status as DossierStatus, filedAt: dossier.filedAt }),
    mayWrite: side === "instruction" || covers(dossier.members[0]?.access ?? "", "write"),
    signature: signatureOf(THEMES[dossier.themeCode as ThemeCode]),
    seen: dossier.messages[0]?.id ?? "",
    waitsSince: side === "instruction" ? dossier.carrierWroteAt : null,
    key: randomUUID(),
    messages: page.map((row) => ({
      id: row.id,
      side: row.side as MessageSide,
      author: authors(row),
      at: row.at,
      body: row.body,
      isNew: row.side === otherSide(side) && row.at > readAt,
    })),
  };
}

interface Written {
  side: string;
  agentId: string;
  themeCode: string;
}

/**
 * Who wrote, as a side may read it: the team by their names, with their organisation for the instruction; those who
 * examine by their names among themselves, by their service for the carrier (docs/decisions/2026-11-28-exchanges.md).
 */
async function authorsOf(page: readonly Written[], reader: MessageSide) {
  const named = page.filter(({ side }) => side === "carrier" || reader === "instruction");
  const agents = await database().agent.findMany({
    where: { id: { in: named.map(({ agentId }) => agentId) } },
    include: { organisation: { select: { name: true } } },
  });
  const known = new Map(agents.map((agent) => [agent.id, agent]));
  return ({ side, agentId, themeCode }: Written): string => {
    if (side === "instruction" && reader === "carrier") {
      return `L’instruction (${signatureOf(THEMES[themeCode as ThemeCode])})`;
    }
    const agent = known.get(agentId);
    if (!agent) return "";
    const name = fullName(agent);
    if (reader === "carrier") return name;
    if (side === "instruction") return `${name} (instruction)`;
    return agent.organisation ? `${name}, ${agent.organisation.name}` : name;
  };
}
