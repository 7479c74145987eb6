import { mayWrite } from "@/domain/dossier/editing";
import { dossierNumber } from "@/domain/dossier/number";
import { covers } from "@/domain/dossier/team";
import {
  mayAskDnum,
  type VisaRule,
  type VisaStatus,
  visaRule,
  visaStatusAt,
} from "@/domain/dossier/visa";
import { notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import type { CarrierKind, ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { readEditing } from "@/server/editing";
import { dnumAgents } from "@/server/recipients";
import { visibleDossiers } from "@/server/visibility";
import { concernedMinistry, visaDays, visaStateOf } from "../ministry";

/** What the DNUM was told and said, as the carrier reads it. */
export interface AskedVisa {
  status: VisaStatus;
  message: string;
  askedBy: string;
  askedAt: Date;
  tacitAt: Date | null;
  reason: string | null;
  /** Null for the silence of the DNUM. */
  givenBy: string | null;
  /** The end of the delay for a silence. */
  givenAt: Date | null;
}

export interface CarrierVisa {
  number: string;
  rule: VisaRule;
  /** Null while the portal does not know the carrier's ministry. */
  ministry: { name: string; dnum: string | null; days: number; hasAgents: boolean } | null;
  /** Ministries of the co-carriers, by name: their DNUM are concerned too (Livret l.748, l.802). */
  otherMinistries: readonly string[];
  visa: AskedVisa | null;
  /** The dossier is being written: the DNUM is told before it is filed. */
  isWritten: boolean;
  /** The dossier may be shown to the DNUM, now and by this reader. */
  mayAsk: boolean;
  /** Only those who may file show the draft to the DNUM. */
  mayAskLater: boolean;
}

/**
 * The DNUM of a dossier of the actor's team, and what passed with it. Throws `not-found` out of sight, and where the
 * theme's text asks nothing of the DNUM for this carrier.
 */
export async function readCarrierVisa(actor: Actor, number: string): Promise<CarrierVisa> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const db = database();
  const row = await db.dossier.findFirst({
    where: { AND: [{ number }, visibleDossiers(actor, "carrier")] },
    include: {
      carrier: { select: { kind: true, ministryId: true } },
      visa: true,
      coCarriers: { select: { organisation: { select: { ministry: true } } } },
      members: { where: { agentId: actor.agentId }, select: { access: true } },
    },
  });
  const rule = row && visaRule(row.themeCode as ThemeCode, row.carrier.kind as CarrierKind);
  if (!row || !rule) throw notFound();
  const ministryId = row.visa?.ministryId ?? row.ministryId ?? row.carrier.ministryId;
  const [ministry, visa] = await Promise.all([readMinistry(ministryId), readVisa(row.visa)]);
  const others = row.coCarriers.flatMap(({ organisation: { ministry: other } }) =>
    other && other.id !== ministryId ? [other.name] : [],
  );
  const isWritten = mayWrite(await readEditing(db, row), "dnum");
  const asks = isWritten && ministry !== null && mayAskDnum(row.visa && visaStateOf(row.visa));
  const files = covers(row.members[0]?.access ?? "read", "file");
  return {
    number,
    rule,
    ministry,
    otherMinistries: [...new Set(others)].sort((one, other) => one.localeCompare(other, "fr")),
    visa,
    isWritten,
    mayAsk: asks && files,
    mayAskLater: asks && !files,
  };
}

async function readMinistry(ministryId: string | null): Promise<CarrierVisa["ministry"]> {
  const db = database();
  const [ministry, agents] = await Promise.all([
    concernedMinistry(db, ministryId),
    ministryId === null ? [] : dnumAgents(db, ministryId),
  ]);
  return (
    ministry && {
      name: ministry.name,
      dnum: ministry.dnum?.name ?? null,
      days: visaDays(ministry),
      hasAgents: agents.length > 0,
    }
  );
}

interface VisaRow {
  requirement: string;
  status: string;
  message: string;
  requestedById: string;
  requestedAt: Date;
  tacitAt: Date | null;
  reason: string | null;
  givenById: string | null;
  givenAt: Date | null;
}

async function readVisa(row: VisaRow | null): Promise<AskedVisa | null> {
  if (!row) return null;
  const [people, now] = await Promise.all([
    database().agent.findMany({
      where: { id: { in: [row.requestedById, row.givenById].filter((id) => id !== null) } },
      select: { id: true, givenName: true, usualName: true },
    }),
    portalNow(),
  ]);
  const nameOf = (id: string | null) => {
    const found = people.find((each) => each.id === id);
    return found ? fullName(found) : null;
  };
  const status = visaStatusAt(visaStateOf(row), now);
  return {
    status,
    message: row.message,
    askedBy: nameOf(row.requestedById) ?? "Une personne dont le compte n’existe plus",
    askedAt: row.requestedAt,
    tacitAt: row.tacitAt,
    reason: row.reason,
    givenBy: nameOf(row.givenById),
    givenAt: status === "recorded" ? row.tacitAt : row.givenAt,
  };
}
