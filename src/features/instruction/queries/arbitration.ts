import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { may, type Permission } from "@/domain/rights/permissions";
import { THEMES } from "@/domain/themes/index";
import type { Outcome, ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { visibleDossiers } from "@/server/visibility";
import type { ARBITRATION_ANSWERS } from "../schemas";
import { namesOf } from "./names";

export type ArbitrationAnswer = "pending" | (typeof ARBITRATION_ANSWERS)[number];

export interface ArbitrationListLine {
  id: string;
  label: string;
  submittedAt: Date;
  closedAt: Date | null;
  lines: number;
  /** Lines that wait for the minister. */
  pending: number;
}

/** A proposal the owner may submit. */
export interface ProposalToSubmit {
  id: string;
  number: string;
  title: string;
  themeCode: string;
  outcome: Outcome;
  amount: Cents | null;
}

export interface Arbitrations {
  lists: ArbitrationListLine[];
  /** Proposals that no list holds yet, for those who may submit them. */
  toSubmit: ProposalToSubmit[];
}

/** Themes whose decisions the minister arbitrates and on which the actor may do this. */
function arbitratedThemes(actor: Actor, ...permissions: Permission[]): ThemeCode[] {
  return Object.values(THEMES)
    .filter(
      ({ code, selection }) =>
        selection.arbitration && permissions.some((permission) => may(actor, permission, code)),
    )
    .map(({ code }) => code);
}

const LISTS = 100;

/** Whether the actor has a part in the minister's arbitration. */
export function takesPart(actor: Actor): boolean {
  return arbitratedThemes(actor, "submit-arbitration", "arbitrate").length > 0;
}

/** The lists of the themes the actor submits or arbitrates, latest first. Throws `not-found` to others. */
export async function readArbitrations(actor: Actor): Promise<Arbitrations> {
  const themes = arbitratedThemes(actor, "submit-arbitration", "arbitrate");
  if (themes.length === 0) throw notFound();
  const seen = seenLines(actor, themes);
  const [lists, toSubmit] = await Promise.all([
    database().arbitrationList.findMany({
      where: { lines: { some: seen } },
      include: { lines: { where: seen, select: { answer: true } } },
      orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
      take: LISTS,
    }),
    database().decision.findMany({
      where: {
        status: "proposed",
        arbitrations: { none: { answer: "pending" } },
        dossier: {
          AND: [
            visibleDossiers(actor, "instruction"),
            { themeCode: { in: arbitratedThemes(actor, "submit-arbitration") } },
          ],
        },
      },
      select: {
        id: true,
        outcome: true,
        amount: true,
        dossier: { select: { number: true, title: true, themeCode: true } },
      },
      orderBy: { dossier: { number: "asc" } },
      take: 300,
    }),
  ]);
  return {
    lists: lists.map(({ lines, ...list }) => ({
      ...list,
      lines: lines.length,
      pending: lines.filter(({ answer }) => answer === "pending").length,
    })),
    toSubmit: toSubmit.map(({ dossier, outcome, amount, id }) => ({
      id,
      ...dossier,
      outcome: outcome as Outcome,
      amount: centsOrNull(amount),
    })),
  };
}

function seenLines(actor: Actor, themes: readonly ThemeCode[]): Prisma.ArbitrationLineWhereInput {
  return {
    decision: {
      dossier: {
        AND: [visibleDossiers(actor, "instruction"), { themeCode: { in: [...themes] } }],
      },
    },
  };
}

const centsOrNull = (amount: bigint | null) => (amount === null ? null : centsFromBigInt(amount));

/** One proposal before the minister, with its answer. */
export interface ArbitrationRow {
  number: string;
  title: string;
  themeCode: string;
  carrier: string;
  asked: Cents;
  proposed: { outcome: Outcome; amount: Cents | null };
  answer: ArbitrationAnswer;
  reason: string;
  /** What was decided, once answered; null on a line that waits or was returned. */
  decided: { outcome: Outcome; amount: Cents | null } | null;
  mayArbitrate: boolean;
}

export interface ArbitrationPage {
  id: string;
  label: string;
  submittedBy: string;
  submittedAt: Date;
  closedAt: Date | null;
  rows: ArbitrationRow[];
  /** Sums of what is proposed and of what is decided, over the lines in sight. */
  totals: { proposed: Cents; decided: Cents; pending: number };
  /** The actor may answer at least one line that waits. */
  mayArbitrate: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A list, with the lines the actor may see: the recused read nothing of theirs. Throws `not-found` out of sight. */
export async function readArbitration(actor: Actor, id: string): Promise<ArbitrationPage> {
  const themes = arbitratedThemes(actor, "submit-arbitration", "arbitrate");
  if (!UUID.test(id) || themes.length === 0) throw notFound();
  const list = await database().arbitrationList.findFirst({
    where: { id, lines: { some: seenLines(actor, themes) } },
    include: {
      lines: {
        where: seenLines(actor, themes),
        orderBy: { position: "asc" },
        include: {
          decision: {
            select: {
              outcome: true,
              amount: true,
              proposedById: true,
              dossier: {
                select: {
                  number: true,
                  title: true,
                  themeCode: true,
                  requestedGrant: true,
                  carrier: { select: { name: true } },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!list) throw notFound();
  const name = await namesOf([list.submittedById]);
  const rows = list.lines.map((line): ArbitrationRow => {
    const { dossier, ...decision } = line.decision;
    const answer = line.answer as ArbitrationAnswer;
    const kept = answer === "confirmed" || answer === "changed";
    return {
      number: dossier.number,
      title: dossier.title,
      themeCode: dossier.themeCode,
      carrier: dossier.carrier.name,
      asked: centsFromBigInt(dossier.requestedGrant ?? 0n),
      proposed: {
        outcome: line.outcomeProposed as Outcome,
        amount: centsOrNull(line.amountProposed),
      },
      answer,
      reason: line.reason,
      decided: kept
        ? { outcome: decision.outcome as Outcome, amount: centsOrNull(decision.amount) }
        : null,
      mayArbitrate:
        answer === "pending" &&
        decision.proposedById !== actor.agentId &&
        may(actor, "arbitrate", dossier.themeCode as ThemeCode),
    };
  });
  const sum = (amounts: readonly (Cents | null)[]) =>
    centsFromBigInt(amounts.reduce((total, amount) => total + BigInt(amount ?? 0), 0n));
  return {
    id: list.id,
    label: list.label,
    submittedBy: name(list.submittedById),
    submittedAt: list.submittedAt,
    closedAt: list.closedAt,
    rows,
    totals: {
      proposed: sum(rows.map(({ proposed }) => proposed.amount)),
      decided: sum(rows.map(({ decided }) => decided?.amount ?? null)),
      pending: rows.filter(({ answer }) => answer === "pending").length,
    },
    mayArbitrate: rows.some(({ mayArbitrate }) => mayArbitrate),
  };
}

/** One line to answer, with the dossier it decides. Throws `not-found` unless the actor may answer it. */
export async function readArbitrationLine(
  actor: Actor,
  id: string,
  number: string,
): Promise<{ page: ArbitrationPage; row: ArbitrationRow }> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const page = await readArbitration(actor, id);
  const row = page.rows.find((each) => each.number === number);
  if (!row?.mayArbitrate) throw notFound();
  return { page, row };
}
