import { z } from "zod";
import { type Day, parisDay } from "@/domain/calendar";
import {
  mayAnswer,
  type OpinionChoice,
  type OpinionReaders,
  type OpinionStatus,
} from "@/domain/dossier/opinion";
import {
  type DossierStatus,
  STATUS_LABELS,
  statusForCarrier,
  UNDECIDED,
} from "@/domain/dossier/statuses";
import { notFound } from "@/domain/errors";
import { centsFromBigInt } from "@/domain/money";
import { type Actor, fullName } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { routes } from "@/routes";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { type FiledDossier, readFiledDossier } from "@/server/filed-dossier";
import { sha256 } from "@/server/fingerprint";
import { visibleOpinions } from "@/server/visibility";
import type { DossierHeaderProps } from "@/ui/dossier-header";

const dayOf = (date: Date) => date.toISOString().slice(0, 10) as Day;

/** What one is asked, before accepting: the name of the dossier and nothing of its content. */
export interface Asked {
  number: string;
  title: string;
  themeCode: string;
  carrier: string;
  question: string;
  dueOn: Day;
  readers: OpinionReaders;
  requestedBy: string;
}

/** What a link leads to, for who opens it. */
export type OpinionLinkView =
  | { state: "open"; asked: Asked }
  /** Accepted by this reader already. */
  | { state: "mine"; id: string }
  /** Meant for another mail domain: nothing of the dossier is told. */
  | { state: "other-domain" }
  | { state: "taken" | "ended" | "unknown" };

/** Reads a request by the token of its link. */
export async function readOpinionLink(actor: Actor, token: string): Promise<OpinionLinkView> {
  const row = await database().expertOpinion.findUnique({
    where: { tokenHash: sha256(token) },
    include: { dossier: { include: { carrier: { select: { name: true } } } } },
  });
  if (!row) return { state: "unknown" };
  const { dossier } = row;
  if (row.expertId === actor.agentId) {
    const own = await database().expertOpinion.count({
      where: { AND: [{ id: row.id }, visibleOpinions(actor, "expert")] },
    });
    return own > 0 ? { state: "mine", id: row.id } : { state: "ended" };
  }
  if (!mayAnswer(row.address, actor.email)) return { state: "other-domain" };
  if (row.status === "accepted" || row.status === "given") return { state: "taken" };
  if (row.status !== "requested" || !UNDECIDED.includes(dossier.status as DossierStatus)) {
    return { state: "ended" };
  }
  const requester = await database().agent.findUniqueOrThrow({ where: { id: row.requestedById } });
  return {
    state: "open",
    asked: {
      number: dossier.number,
      title: dossier.title,
      themeCode: dossier.themeCode,
      carrier: dossier.carrier.name,
      question: row.question,
      dueOn: dayOf(row.dueOn),
      readers: row.readers as OpinionReaders,
      requestedBy: fullName(requester),
    },
  };
}

/** One's own opinion, with the dossier while it is awaited: nothing of the jury, the notes, the other opinions. */
export interface MyOpinion {
  id: string;
  header: DossierHeaderProps;
  question: string;
  dueOn: Day;
  isLate: boolean;
  readers: OpinionReaders;
  choice: OpinionChoice | null;
  text: string;
  revision: number;
  /** Null while it is written. */
  givenAt: Date | null;
  /** The dossier as filed; null once the opinion is handed in. */
  filed: FiledDossier | null;
}

/** The actor's own opinion. Throws `not-found` for anybody else's, and once it is revoked or the decision is taken. */
export async function readMyOpinion(actor: Actor, id: string): Promise<MyOpinion> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const [row, now] = await Promise.all([
    database().expertOpinion.findFirst({
      where: { AND: [{ id }, visibleOpinions(actor, "expert")] },
      include: { dossier: { include: { carrier: { select: { name: true } } } } },
    }),
    portalNow(),
  ]);
  if (!row) throw notFound();
  const { dossier } = row;
  const theme = THEMES[dossier.themeCode as ThemeCode];
  const given = row.status === "given";
  const dueOn = dayOf(row.dueOn);
  return {
    id: row.id,
    question: row.question,
    dueOn,
    isLate: !given && dueOn < parisDay(now),
    readers: row.readers as OpinionReaders,
    choice: row.choice as OpinionChoice | null,
    text: row.text,
    revision: row.revision,
    givenAt: given ? row.endedAt : null,
    filed: given ? null : await readFiledDossier(dossier.id),
    header: {
      number: dossier.number,
      title: dossier.title,
      theme: { code: theme.code, title: theme.title, href: routes.theme(theme.slug) },
      // What an expert learns of the examination is what the carrier does.
      status: STATUS_LABELS[statusForCarrier(dossier.status as DossierStatus, false)],
      carrier: dossier.carrier.name,
      grant: given
        ? undefined
        : {
            label: "Subvention demandée",
            cents: centsFromBigInt(dossier.requestedGrant ?? 0n),
          },
    },
  };
}

export interface MyOpinionLine {
  id: string;
  number: string;
  title: string;
  dueOn: Day;
  isLate: boolean;
  status: OpinionStatus;
}

/** The opinions the actor owes, nearest due day first, then those they gave. */
export async function readMyOpinions(actor: Actor): Promise<readonly MyOpinionLine[]> {
  const [rows, now] = await Promise.all([
    database().expertOpinion.findMany({
      where: visibleOpinions(actor, "expert"),
      include: { dossier: { select: { number: true, title: true } } },
      orderBy: [{ status: "asc" }, { dueOn: "asc" }, { id: "asc" }],
      take: 200,
    }),
    portalNow(),
  ]);
  return rows.map(({ id, dossier, dueOn, status }) => ({
    id,
    ...dossier,
    dueOn: dayOf(dueOn),
    isLate: status === "accepted" && dayOf(dueOn) < parisDay(now),
    status: status as OpinionStatus,
  }));
}
