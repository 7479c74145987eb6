import "server-only";
import { formatInstant } from "@/domain/calendar";
import { putsBackFiled } from "@/domain/dossier/editing";
import { type DossierStatus, keepsNotification, STATUS_LABELS } from "@/domain/dossier/statuses";
import {
  refusal,
  TRANSITIONS,
  type Transition,
  type TransitionContext,
  type TransitionName,
} from "@/domain/dossier/transitions";
import { BusinessError, notAllowed, notFound } from "@/domain/errors";
import type { JsonObject } from "@/domain/evidence/canonical";
import { type Actor, holdsFor } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { appended, dossierChain, MovedMeanwhile } from "./audit";
import { portalNow } from "./clock";
import type { Transaction } from "./database/client";
import { Prisma } from "./database/generated/client";
import { type Notice, told } from "./notifications";
import { putBackFiled } from "./put-back";

export interface TransitionRequest {
  name: TransitionName;
  /** The dossier as the command read it, through the actor's visibility. */
  dossier: { id: string; status: DossierStatus; version: number; themeCode: ThemeCode };
  /** `portal` when nobody acts but time. */
  actor: Actor | "portal";
  /** True when the actor leads the dossier: the carrier's acts need it. */
  isCarrier?: boolean;
  context: TransitionContext;
  /** What the audit line keeps besides the change of status. */
  facts?: JsonObject;
  notices?: readonly Notice[];
  /** The line its chain must still end at: see `onLatest`. */
  after?: number;
  /** From 1: where what goes to the reserve stands in it. */
  reserveRank?: number;
  /** Other columns of the dossier written with its status: `total = 1, base = 2`. */
  columns?: Prisma.Sql;
  /** Other writes of the same statement: common table expressions that read `changed (id, at)`. */
  writes?: readonly Prisma.Sql[];
}

/**
 * The only writer of a dossier's status: role and guard of the transition table, then one statement, whole with or
 * without a transaction around it: a conditional update, its audit line and its notices. Throws `changed-meanwhile` when
 * the dossier moved since it was read, `too-late` or `not-open` when a filing meets a closed call, by the database's clock
 * at that very statement. Returns the instant of the change.
 */
export async function transition(tx: Transaction, request: TransitionRequest): Promise<Date> {
  const { dossier, actor, name } = request;
  const step: Transition = TRANSITIONS[name];
  if (!mayDo(step, request)) throw notAllowed();
  const reason = refusal(name, dossier.status, request.context);
  if (reason) {
    const moved = !step.from.includes(dossier.status);
    throw new BusinessError(moved ? "changed-meanwhile" : "incomplete", reason);
  }

  // A dossier completed, redirected or presented again was filed in time: its call may be closed since.
  const isFirstFiling = name === "file";
  const fact = {
    chain: dossierChain(dossier.id),
    actorId: actor === "portal" ? null : actor.agentId,
    action: step.name,
    facts: { from: dossier.status, to: step.to, ...request.facts },
  };
  const writes = [...(request.writes ?? [])];
  if (request.notices?.length) {
    const happened = Prisma.sql`EXISTS (SELECT FROM changed)`;
    writes.push(Prisma.sql`notices AS (${told(request.notices, happened)})`);
  }
  const [changed] = await tx.$queryRaw<{ at: Date }[]>`
    WITH clock AS MATERIALIZED (SELECT guichet_now() AS at),
    changed AS (
      UPDATE dossier SET status = ${step.to}, version = version + 1, updated_at = clock.at,
        filed_at = CASE WHEN ${isFirstFiling} THEN clock.at ELSE filed_at END,
        notified_at = CASE WHEN ${keepsNotification(step.to)} THEN notified_at END,
        reserve_rank = ${step.to === "reserve" ? (request.reserveRank ?? null) : null}::int, reserve_told_at = NULL
        ${request.columns ? Prisma.sql`, ${request.columns}` : Prisma.empty}
      FROM clock WHERE id = ${dossier.id}::uuid AND status = ${dossier.status} AND version = ${dossier.version}
        AND (NOT ${isFirstFiling} OR EXISTS (
          SELECT FROM "call" WHERE "call".id = dossier.call_id AND opens_at <= clock.at
            AND (closes_at IS NULL OR clock.at <= closes_at)))
      RETURNING dossier.id, clock.at),
    ${Prisma.join([Prisma.sql`fact AS MATERIALIZED (SELECT ${appended(fact, request.after)} FROM changed)`, ...writes])}
    SELECT changed.at FROM changed, fact`;
  if (!changed) throw await whyNot(tx, request);
  if (putsBackFiled(name, dossier.status)) await putBackFiled(tx, dossier.id);
  return changed.at;
}

/** Whether the table gives the step to whoever asks. */
function mayDo({ by }: Transition, { actor, isCarrier, dossier }: TransitionRequest): boolean {
  if (actor === "portal") return by.includes("portal");
  return by.some((role) => {
    if (role === "portal") return false;
    return role === "carrier" ? isCarrier : holdsFor(actor, role, dossier.themeCode);
  });
}

/** Why the conditional update touched no row: the dossier moved, or its call is not open. */
async function whyNot(tx: Transaction, { dossier }: TransitionRequest): Promise<BusinessError> {
  const current = await tx.dossier.findUnique({
    where: { id: dossier.id },
    select: { status: true, version: true, call: true },
  });
  if (!current) return notFound();
  if (current.status !== dossier.status || current.version !== dossier.version) {
    const { label } = STATUS_LABELS[current.status as DossierStatus];
    return new MovedMeanwhile(
      `Ce dossier est devenu «\u00A0${label}\u00A0» pendant votre saisie\u00A0: votre action n’a pas été faite.`,
    );
  }
  const { label, opensAt, closesAt } = current.call;
  return opensAt && closesAt && opensAt <= (await portalNow(tx))
    ? new BusinessError(
        "too-late",
        `${label}\u00A0: clos depuis le ${formatInstant(closesAt)}. Votre brouillon est conservé.`,
      )
    : new BusinessError(
        "not-open",
        `${label}\u00A0: le dépôt n’est pas encore ouvert. Votre brouillon est conservé.`,
      );
}
