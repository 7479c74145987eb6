import { dossierNumber } from "@/domain/dossier/number";
import { covers } from "@/domain/dossier/team";
import { notFound } from "@/domain/errors";
import {
  APPEALABLE,
  type AppealAnswer,
  type AppealStatus,
  appealForCarrier,
  appealUntil,
  silenceAt,
  tookPart,
} from "@/domain/evaluation/appeal";
import { type Actor, fullName } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import type { Appeal } from "@/server/database/generated/client";
import { visibleDossiers } from "@/server/visibility";
import { decidersOf } from "./deciders";

/** An appeal as its carrier reads it. */
export interface OwnAppeal {
  id: string;
  grounds: string;
  filedAt: Date;
  status: AppealStatus;
  /** Silence rejects it after this instant; null once answered. */
  silenceAt: Date | null;
  /** The reasons of the answer, once given. */
  reasons: string | null;
  decidedAt: Date | null;
}

export interface CarrierAppeals {
  title: string;
  appeals: OwnAppeal[];
  /** The delay to appeal against the decision in force; null when there is none to contest. */
  open: { until: Date; late: boolean; mayFile: boolean } | null;
}

const isAnswered = (status: string) => ["upheld", "rejected", "inadmissible"].includes(status);

/** The appeals of a dossier of the actor's team. Throws `not-found` out of sight. */
export async function readCarrierAppeals(
  actor: Actor,
  number: string,
  now: Date,
): Promise<CarrierAppeals> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const row = await database().dossier.findFirst({
    where: { AND: [{ number, filedAt: { not: null } }, visibleDossiers(actor, "carrier")] },
    include: {
      appeals: { orderBy: { filedAt: "desc" } },
      members: { where: { agentId: actor.agentId }, select: { access: true } },
    },
  });
  if (!row) throw notFound();
  const waiting = row.appeals.some(({ decidedAt }) => decidedAt === null);
  const contestable =
    row.notifiedAt !== null && APPEALABLE.some((known) => known === row.status) && !waiting;
  const until = row.notifiedAt && appealUntil(row.notifiedAt);
  return {
    title: row.title,
    appeals: row.appeals.map(ownAppeal),
    open:
      contestable && until
        ? { until, late: now > until, mayFile: covers(row.members[0]?.access ?? "read", "file") }
        : null,
  };
}

function ownAppeal({ id, grounds, filedAt, status, reasons, decidedAt }: Appeal): OwnAppeal {
  const answered = isAnswered(status);
  return {
    id,
    grounds,
    filedAt,
    status: appealForCarrier(status as AppealStatus),
    silenceAt: answered ? null : silenceAt(filedAt),
    reasons: answered ? reasons : null,
    decidedAt,
  };
}

/** An appeal as those who examine it read it. */
export interface ExaminedAppeal extends Omit<OwnAppeal, "reasons"> {
  filedBy: string;
  /** It came after the delay. */
  late: boolean;
  proposal: AppealAnswer | null;
  /** Of the proposed answer, or of the one given. */
  reasons: string;
  proposedBy: string | null;
  decidedBy: string | null;
  /** The reader proposed the answer: another person decides. */
  own: boolean;
  /** The reader had a part in the decision: they only read. */
  tookPart: boolean;
}

/** The appeals of a dossier the caller has opened through its visibility, latest first. */
export async function readAppeals(
  actor: Actor,
  dossier: { id: string; notifiedAt: Date | null },
): Promise<ExaminedAppeal[]> {
  const rows = await database().appeal.findMany({
    where: { dossierId: dossier.id },
    include: { decision: { select: { notifiedAt: true } } },
    orderBy: { filedAt: "desc" },
  });
  if (rows.length === 0) return [];
  const people = await database().agent.findMany({
    where: {
      id: {
        in: rows.flatMap(({ filedById, proposedById, decidedById }) =>
          [filedById, proposedById, decidedById].filter((id) => id !== null),
        ),
      },
    },
    select: { id: true, givenName: true, usualName: true },
  });
  const name = (id: string | null) => {
    const found = people.find((each) => each.id === id);
    return found ? fullName(found) : null;
  };
  const [open] = rows.filter(({ decidedAt }) => decidedAt === null);
  const deciders = open ? await decidersOf(open) : [];
  return rows.map((row): ExaminedAppeal => {
    const notifiedAt = row.decision?.notifiedAt ?? dossier.notifiedAt;
    return {
      ...ownAppeal(row),
      status: row.status as AppealStatus,
      filedBy: name(row.filedById) ?? "Une personne dont le compte n’existe plus",
      late: notifiedAt !== null && row.filedAt > appealUntil(notifiedAt),
      proposal: row.proposal as AppealAnswer | null,
      reasons: row.reasons,
      proposedBy: name(row.proposedById),
      decidedBy: name(row.decidedById),
      own: row.proposedById === actor.agentId,
      tookPart: tookPart(actor.agentId, deciders),
    };
  });
}
