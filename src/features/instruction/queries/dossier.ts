import { shownRank } from "@/domain/dossier/ministry-rank";
import { dossierNumber } from "@/domain/dossier/number";
import { AWAITED_OPINIONS } from "@/domain/dossier/opinion";
import { STATUS_LABELS } from "@/domain/dossier/statuses";
import type { VisaRequirement, VisaState, VisaStatus } from "@/domain/dossier/visa";
import { notFound } from "@/domain/errors";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { may, type Permission } from "@/domain/rights/permissions";
import type { FundOwner, Outcome, ThemeCode } from "@/domain/themes/types";
import { routes } from "@/routes";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import {
  type ExaminedDossier,
  examined,
  LIVE_DECISION,
  viewsMissing,
} from "@/server/examined-dossier";
import { type ExchangesAtGlance, glanceAtExchanges } from "@/server/exchanges";
import { listedExpectations } from "@/server/expectations";
import { projectStandings } from "@/server/project-standing";
import { visibleDossiers, visibleOpinions } from "@/server/visibility";
import type { DossierHeaderProps } from "@/ui/dossier-header";
import type { ListedExpectation } from "@/ui/expectation-list";
import { type NextAct, nextAct } from "../next-act";

/** The decision that lives on a dossier: proposed or confirmed. */
export interface LiveDecision {
  id: string;
  outcome: Outcome;
  status: "proposed" | "confirmed";
  amount: Cents | null;
  computedGrant: Cents;
  /** Coded, for the statistics; null on a decision of before the codes. */
  motiveCode: string | null;
  motive: string;
  strengths: string;
  weaknesses: string;
  /** What a new presentation must answer, in order. */
  expectations: readonly ListedExpectation[];
  proposedById: string;
  proposedAt: Date;
  confirmedById: string | null;
  confirmedAt: Date | null;
  notifyAt: Date | null;
  notifiedAt: Date | null;
}

/** What the DNUM of the carrier's ministry was told and answered. */
export interface GivenVisa extends VisaState {
  requestedAt: Date;
  reason: string | null;
  givenAt: Date | null;
}

/** A dossier as those who examine it open it: what every page of its menu shows. */
export interface DossierPage {
  dossier: ExaminedDossier;
  header: DossierHeaderProps;
  next: NextAct | null;
  /** Administrations that instruct the dossier and have not given their view yet (ITN8). */
  viewsMissing: readonly FundOwner[];
  /** What the actor's roles allow on it. */
  may: (permission: Permission) => boolean;
  requestedGrant: Cents;
  base: Cents;
  filedAt: Date;
  setAsideMotive: string | null;
  visa: GivenVisa | null;
  decision: LiveDecision | null;
  session: { id: string; label: string; heldOn: Date; heardAt: Date | null } | null;
  jurors: { assigned: number; recused: number };
  /** Opinions of experts, awaited and handed in. */
  opinions: { awaited: number; given: number };
  carrierName: string;
  /** Appeals formed against its decisions. */
  appeals: number;
  complements: {
    /** Requests made, whatever became of them. */
    count: number;
    /** The end of the delay of the one that is open; null without any. */
    dueAt: Date | null;
  };
  /** Times it was filed. */
  filings: number;
  /** Messages and internal notes; null for whoever reads neither. */
  exchanges: ExchangesAtGlance | null;
  redirection: {
    /** The theme that is asked to take it and has not answered; null without any. */
    asked: string | null;
    /** It was proposed by its theme, or came from another. */
    hasHistory: boolean;
  };
  now: Date;
}

/** One dossier of the actor's themes, in a fixed number of statements. Throws `not-found` out of sight. */
export async function readDossierPage(actor: Actor, number: string): Promise<DossierPage> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const [row, now] = await Promise.all([readRow(actor, number), portalNow()]);
  if (!row?.filedAt) throw notFound();
  const dossier = examined(row);
  const { theme } = dossier;
  const decision = liveDecision(theme.code, row.decisions[0]);
  const item = row.sessionItems.find((each) => each.presentation === row.presentation);
  const [missing, glances, projects] = await Promise.all([
    viewsMissing(database(), dossier),
    glanceAtExchanges(actor, [row.id]),
    projectStandings([row.id]),
  ]);
  const dueAt = row.complements[0]?.dueAt ?? null;
  const asked = row.redirections.find(({ status }) => status === "proposed")?.toTheme ?? null;
  const next = nextAct({
    number,
    askedTheme: asked,
    viewsMissing: missing,
    status: dossier.status,
    path: theme.selection,
    owner: theme.owner.unit,
    decision: decision && { status: decision.status, notified: decision.notifiedAt !== null },
    sessionId: item?.sessionId ?? null,
    dueAt,
    project: projects.get(row.id),
    now,
  });
  const count = (status: string) =>
    row.assignments.filter((assignment) => assignment.status === status).length;
  const requestedGrant = centsFromBigInt(row.requestedGrant ?? 0n);
  return {
    dossier,
    next,
    viewsMissing: missing,
    may: (permission) => may(actor, permission, theme.code),
    header: {
      number,
      title: dossier.title,
      theme: { code: theme.code, title: theme.title, href: routes.theme(theme.slug) },
      status: STATUS_LABELS[dossier.status],
      carrier: row.carrier.name,
      grant:
        decision?.status === "confirmed" && decision.amount !== null
          ? { label: "Subvention accordée", cents: decision.amount }
          : { label: "Subvention demandée", cents: requestedGrant },
      ministryRank: shownRank(theme, row.ministryRank),
      next: next ? { what: next.what, who: next.who, before: next.before } : undefined,
    },
    requestedGrant,
    base: centsFromBigInt(row.base ?? 0n),
    filedAt: row.filedAt,
    setAsideMotive: row.setAsideMotive,
    visa: row.visa && {
      requirement: row.visa.requirement as VisaRequirement,
      status: row.visa.status as VisaStatus,
      tacitAt: row.visa.tacitAt,
      requestedAt: row.visa.requestedAt,
      reason: row.visa.reason,
      givenAt: row.visa.givenAt,
    },
    decision,
    session: item ? { ...item.session, heardAt: item.heardAt } : null,
    opinions: {
      awaited: row.opinions.filter(({ status }) =>
        AWAITED_OPINIONS.some((awaited) => awaited === status),
      ).length,
      given: row.opinions.filter(({ status }) => status === "given").length,
    },
    jurors: { assigned: count("assigned"), recused: count("recused") },
    carrierName: row.carrier.name,
    appeals: row._count.appeals,
    complements: { count: row._count.complements, dueAt },
    filings: row._count.filings,
    exchanges: glances.get(row.id) ?? null,
    redirection: {
      asked,
      hasHistory: row.redirections.some(
        ({ fromTheme, toTheme, status }) =>
          fromTheme === theme.code ||
          (toTheme === theme.code && (status === "accepted" || status === "confirmed")),
      ),
    },
    now,
  };
}

function readRow(actor: Actor, number: string) {
  return database().dossier.findFirst({
    where: { AND: [{ number }, visibleDossiers(actor, "instruction")] },
    include: {
      carrier: { select: { name: true } },
      assignments: { where: { formerTheme: null }, select: { status: true } },
      decisions: {
        where: { status: { in: [...LIVE_DECISION] } },
        include: { expectations: { orderBy: { position: "asc" } } },
      },
      sessionItems: {
        where: { formerTheme: null },
        include: { session: true },
        orderBy: { session: { heldOn: "desc" } },
      },
      visa: true,
      opinions: { where: visibleOpinions(actor, "instruction"), select: { status: true } },
      complements: { where: { status: "open" }, select: { dueAt: true } },
      redirections: { select: { status: true, fromTheme: true, toTheme: true } },
      _count: { select: { appeals: true, complements: true, filings: true } },
    },
  });
}

interface DecisionRow {
  id: string;
  outcome: string;
  status: string;
  amount: bigint | null;
  computedGrant: bigint;
  motiveCode: string | null;
  motive: string;
  strengths: string;
  weaknesses: string;
  expectations: readonly { position: number; body: string; target: string | null }[];
  proposedById: string;
  proposedAt: Date;
  confirmedById: string | null;
  confirmedAt: Date | null;
  notifyAt: Date | null;
  notifiedAt: Date | null;
}

function liveDecision(theme: ThemeCode, row: DecisionRow | undefined): LiveDecision | null {
  if (!row) return null;
  return {
    ...row,
    expectations: listedExpectations(theme, row.expectations),
    outcome: row.outcome as Outcome,
    status: row.status === "confirmed" ? "confirmed" : "proposed",
    amount: row.amount === null ? null : centsFromBigInt(row.amount),
    computedGrant: centsFromBigInt(row.computedGrant),
  };
}
