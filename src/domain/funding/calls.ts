import { daysBetween, endOfDay, parisDay, startOfDay } from "@/domain/calendar";
import type { CallDefinition } from "@/domain/themes/types";

/** A call as instants: a definition of a theme, or the row an owner has opened. */
export interface CallWindow {
  key: string;
  kind: "guichet" | "aap";
  label: string;
  /** Null while no day is set; `announced` then says what is known. */
  opensAt: Date | null;
  /** The last instant a dossier may be filed; null when the texts set no closing. */
  closesAt: Date | null;
  announced?: string | null;
  monthlyRounds: boolean;
}

type Bounds = Pick<CallWindow, "opensAt" | "closesAt">;

export type CallState = "to-come" | "open" | "closing-soon" | "closed";

/** « Ferme bientôt » covers the last seven days, the closing day included. */
const CLOSING_SOON_DAYS = 7;

/** A definition as instants: it opens at 00:00:00 of its day and closes at 23:59:59.999, in Paris. */
export function windowOf(call: CallDefinition): CallWindow {
  return {
    key: call.key,
    kind: call.kind,
    label: call.label,
    opensAt: call.opensOn === null ? null : startOfDay(call.opensOn),
    closesAt: call.closesOn === null ? null : endOfDay(call.closesOn),
    announced: call.announced,
    monthlyRounds: call.rounds === "monthly",
  };
}

/** Whether a dossier may be filed at an instant, both ends included. */
export function isOpen({ opensAt, closesAt }: Bounds, at: Date): boolean {
  return opensAt !== null && opensAt <= at && (closesAt === null || at <= closesAt);
}

/** The state of a call at an instant. A call without an opening day is to come. */
export function callState(call: Bounds, at: Date): CallState {
  const { opensAt, closesAt } = call;
  if (closesAt !== null && at > closesAt) return "closed";
  if (opensAt === null || at < opensAt) return "to-come";
  if (closesAt === null) return "open";
  const left = daysBetween(parisDay(at), parisDay(closesAt));
  return left < CLOSING_SOON_DAYS ? "closing-soon" : "open";
}

const time = (date: Date | null, none: number) => (date === null ? none : date.getTime());

/** The open calls, soonest to close first. */
function openCalls<T extends Bounds>(calls: readonly T[], at: Date): T[] {
  return calls
    .filter((call) => isOpen(call, at))
    .sort((a, b) => time(a.closesAt, Infinity) - time(b.closesAt, Infinity));
}

/** The calls to come, dated ones first, soonest first. */
function comingCalls<T extends Bounds>(calls: readonly T[], at: Date): T[] {
  return calls
    .filter((call) => callState(call, at) === "to-come")
    .sort((a, b) => time(a.opensAt, Number.MAX_VALUE) - time(b.opensAt, Number.MAX_VALUE));
}

/** The closed calls, last closed first. */
function closedCalls<T extends Bounds>(calls: readonly T[], at: Date): T[] {
  return calls
    .filter((call) => callState(call, at) === "closed")
    .sort((a, b) => time(b.closesAt, 0) - time(a.closesAt, 0));
}

/** The call to show first for a theme: one that is open, else the next to come, else the last closed; null if none. */
export function leadingCall<T extends Bounds>(calls: readonly T[], at: Date): T | null {
  return openCalls(calls, at)[0] ?? comingCalls(calls, at)[0] ?? closedCalls(calls, at)[0] ?? null;
}

/**
 * The call a filing is judged against: one that is open, else the last closed, announced later sessions
 * notwithstanding, else the next to come; null if none.
 */
export function judgedCall<T extends Bounds>(calls: readonly T[], at: Date): T | null {
  return openCalls(calls, at)[0] ?? closedCalls(calls, at)[0] ?? comingCalls(calls, at)[0] ?? null;
}
