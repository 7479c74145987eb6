import { notFound } from "@/domain/errors";
import { type CallState, callState } from "@/domain/funding/calls";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { Criterion, ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { keptThemes } from "./who";

export interface CallLine {
  id: string;
  themeCode: ThemeCode;
  label: string;
  opensAt: Date | null;
  closesAt: Date | null;
  announced: string | null;
  state: CallState;
  envelope: { total: Cents; committed: Cents };
  dossiers: number;
}

const CALL = { envelope: true, _count: { select: { dossiers: true } } } as const;

/** The calls the actor keeps, by theme. Throws `not-found` to who keeps none. */
export async function readCalls(actor: Actor): Promise<CallLine[]> {
  const themes = keptThemes(actor);
  if (themes.length === 0) throw notFound();
  const [rows, now] = await Promise.all([
    database().call.findMany({
      where: { themeCode: { in: [...themes] } },
      include: CALL,
      orderBy: [{ themeCode: "asc" }, { opensAt: { sort: "asc", nulls: "last" } }, { key: "asc" }],
    }),
    portalNow(),
  ]);
  return rows.map((row) => lineOf(row, now));
}

type Row = NonNullable<Awaited<ReturnType<typeof findCall>>>;
const findCall = (id: string, themes: readonly ThemeCode[]) =>
  database().call.findFirst({
    where: { id, themeCode: { in: [...themes] } },
    include: { ...CALL, weights: true },
  });

function lineOf(row: Omit<Row, "weights">, now: Date): CallLine {
  const { id, label, opensAt, closesAt, announced, envelope, _count } = row;
  return {
    id,
    themeCode: row.themeCode as ThemeCode,
    label,
    opensAt,
    closesAt,
    announced,
    state: callState({ opensAt, closesAt }, now),
    envelope: {
      total: centsFromBigInt(envelope.total),
      committed: centsFromBigInt(envelope.committed),
    },
    dossiers: _count.dossiers,
  };
}

export interface CallPage extends CallLine {
  kind: string;
  envelopeLabel: string;
  /** The theme's criteria under the weights of the call; empty where no jury scores. */
  criteria: readonly Criterion[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One call the actor keeps. Throws `not-found` out of sight. */
export async function readCall(actor: Actor, id: string): Promise<CallPage> {
  if (!UUID.test(id)) throw notFound();
  const [row, now] = await Promise.all([findCall(id, keptThemes(actor)), portalNow()]);
  if (!row) throw notFound();
  const { criteria, selection } = THEMES[row.themeCode as ThemeCode];
  const weights = new Map(row.weights.map(({ criterion, weight }) => [criterion, weight]));
  return {
    ...lineOf(row, now),
    kind: row.kind,
    envelopeLabel: row.envelope.label,
    criteria: selection.scored
      ? criteria.map((each) => ({ ...each, weight: weights.get(each.key) ?? each.weight }))
      : [],
  };
}
