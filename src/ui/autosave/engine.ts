/**
 * What keeps a person's typing: every change goes to a local copy at once, to the portal a moment later, again and
 * again until the portal has it. No React, no DOM: the browser's parts are given, so that a test can cut the network.
 */

/** A value as typed, over the revision it was typed on. */
export interface Change {
  field: string;
  value: unknown;
  baseRevision: number;
}

/** What the portal made of a change. */
export type Outcome =
  | { field: string; status: "saved"; revision: number; problem: string | null }
  | { field: string; status: "refused"; message: string }
  | {
      field: string;
      status: "conflict";
      revision: number;
      value: unknown;
      author: string;
      /** The same person saved it, from another tab or another device. */
      mine?: boolean;
      at: string;
    };

export type Conflict = Extract<Outcome, { status: "conflict" }>;

/** Why a sending did not reach its end. `stopped` will not get better by itself: its message says what to do. */
export type SendFailure =
  | { kind: "offline" | "expired" | "unavailable"; retryAfter?: number }
  | { kind: "stopped"; code: string; message: string };

export class SendError extends Error {
  constructor(readonly failure: SendFailure) {
    super(failure.kind);
    this.name = "SendError";
  }
}

export type Send = (changes: readonly Change[]) => Promise<{
  savedAt: string;
  outcomes: readonly Outcome[];
}>;

export interface SaveState {
  kind:
    | "untouched"
    | "unsaved"
    | "saving"
    | "saved"
    | "conflict"
    | "refused"
    | "offline"
    | "expired"
    | "unavailable"
    | "stopped";
  /** ISO instant of the last save. */
  savedAt: string | null;
  message: string | null;
  conflicts: Readonly<Record<string, Conflict>>;
  /** Sentences on what cannot be kept at all, by field: shown at once. */
  refused: Readonly<Record<string, string>>;
}

export interface Surroundings {
  send: Send;
  /** Where unsaved typing waits; null when the browser refuses it. */
  store: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null;
  storeKey: string;
  revisions: Readonly<Record<string, number>>;
  /** What is saved and will have to be corrected, by field. */
  problems?: Readonly<Record<string, string>>;
  schedule: (work: () => void, milliseconds: number) => () => void;
  onChange: (state: SaveState) => void;
}

const PAUSE = 1_200;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 60_000;
/** After an expired session: somebody may have signed in again in another tab. */
const SESSION_RETRY = 10_000;

/** What waits for the portal to have it. */
interface Waiting {
  value: unknown;
  baseRevision: number;
  /**
   * What was sent over that revision and never answered: the portal may hold it. It is sent again as it was, before
   * what was typed since, or a lost answer would put a person in conflict with themselves.
   */
  unconfirmed?: unknown;
}

type Dirty = Map<string, Waiting>;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const isUnconfirmed = (waiting: Waiting) => waiting.unconfirmed !== undefined;
/** What failed without an answer that says it was not done. */
const MAY_HAVE_ARRIVED: readonly SendFailure["kind"][] = ["offline", "unavailable"];
const isWaiting = (kept: unknown): kept is Waiting =>
  typeof kept === "object" && kept !== null && "value" in kept && "baseRevision" in kept;

export class Autosave {
  private readonly dirty: Dirty = new Map();
  private readonly revisions: Map<string, number>;
  private readonly conflicts = new Map<string, Conflict>();
  private readonly refused = new Map<string, string>();
  private readonly problems: Map<string, string>;
  private cancelTimer: (() => void) | null = null;
  private sending: Promise<void> | null = null;
  private failure: SendFailure | null = null;
  private failures = 0;
  private savedAt: string | null = null;
  /** This tab's part of the copy, as it wrote it: other tabs keep theirs under the same key. */
  private readonly written = new Map<string, Waiting>();

  constructor(private readonly around: Surroundings) {
    this.revisions = new Map(Object.entries(around.revisions));
    this.problems = new Map(Object.entries(around.problems ?? {}));
  }

  /** What waited on this device since an earlier visit, by field. It is sent again with what comes next. */
  restore(): Record<string, unknown> {
    const kept = this.readStore();
    for (const [field, waiting] of kept) {
      this.dirty.set(field, waiting);
      this.written.set(field, waiting);
    }
    if (kept.size > 0) this.later(0);
    this.tell();
    return Object.fromEntries([...kept].map(([field, { value }]) => [field, value]));
  }

  /** Something was typed. */
  edit(field: string, value: unknown): void {
    // What already waits was typed on an older revision: that one is still what the person has seen.
    const before = this.dirty.get(field);
    const baseRevision = before?.baseRevision ?? this.revisions.get(field) ?? 0;
    this.dirty.set(field, { ...before, value, baseRevision });
    this.refused.delete(field);
    this.problems.delete(field);
    this.writeStore();
    if (this.failure?.kind !== "stopped" && !this.failure) this.later(PAUSE);
    this.tell();
  }

  /** The person has chosen between two versions; `value` is what they keep. */
  resolve(field: string, value: unknown): void {
    const conflict = this.conflicts.get(field);
    if (!conflict) return;
    this.conflicts.delete(field);
    this.revisions.set(field, conflict.revision);
    this.dirty.delete(field);
    this.edit(field, value);
  }

  /** The person takes what the other has saved: nothing is left to send. */
  takeSaved(field: string): void {
    const conflict = this.conflicts.get(field);
    if (!conflict) return;
    this.conflicts.delete(field);
    this.revisions.set(field, conflict.revision);
    this.dirty.delete(field);
    this.writeStore();
    this.tell();
  }

  /** The revision of a field as the portal last gave it. */
  revisionOf(field: string): number {
    return this.revisions.get(field) ?? 0;
  }

  /** The sentence on what a field holds and cannot be read or kept; undefined when nothing is wrong. */
  problemOf(field: string): string | undefined {
    return this.refused.get(field) ?? this.problems.get(field);
  }

  /** Sends now what waits. True when everything is saved. */
  async flush(): Promise<boolean> {
    this.cancelTimer?.();
    this.cancelTimer = null;
    while (this.sending) await this.sending;
    const hadUnconfirmed = [...this.dirty.values()].some(isUnconfirmed);
    if (this.sendable().length > 0) await this.send();
    // What was typed since goes over what has just been confirmed.
    if (hadUnconfirmed && !this.failure && this.sendable().length > 0) await this.send();
    // Typed while the answer was coming.
    if (!this.failure && this.sendable().length > 0) this.later(PAUSE);
    this.tell();
    return this.dirty.size === 0;
  }

  /** Stops the timers: the page is left. What is unsaved stays on the device. */
  stop(): void {
    this.cancelTimer?.();
  }

  private sendable(): Change[] {
    return [...this.dirty]
      .filter(([field]) => !this.conflicts.has(field) && !this.refused.has(field))
      .map(([field, waiting]) => ({
        field,
        value: isUnconfirmed(waiting) ? waiting.unconfirmed : waiting.value,
        baseRevision: waiting.baseRevision,
      }));
  }

  private send(): Promise<void> {
    const sending = this.sendOnce().finally(() => {
      this.sending = null;
    });
    this.sending = sending;
    this.tell();
    return sending;
  }

  private async sendOnce(): Promise<void> {
    const changes = this.sendable();
    try {
      const { savedAt, outcomes } = await this.around.send(changes);
      this.failure = null;
      this.failures = 0;
      for (const outcome of outcomes) this.take(outcome, changes);
      if (outcomes.some(({ status }) => status === "saved")) this.savedAt = savedAt;
      this.writeStore();
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      this.failure = error.failure;
      this.failures += 1;
      if (MAY_HAVE_ARRIVED.includes(error.failure.kind)) this.doubt(changes);
      this.retry(error.failure);
    }
  }

  /** Remembers what was sent and may have arrived. */
  private doubt(changes: readonly Change[]): void {
    for (const { field, value } of changes) {
      const waiting = this.dirty.get(field);
      if (waiting) this.dirty.set(field, { ...waiting, unconfirmed: value });
    }
    this.writeStore();
  }

  private take(outcome: Outcome, sent: readonly Change[]): void {
    const { field } = outcome;
    if (outcome.status === "conflict") {
      this.conflicts.set(field, outcome);
      return;
    }
    const change = sent.find((candidate) => candidate.field === field);
    const now = this.dirty.get(field);
    const typedSince = now !== undefined && !isSame(now.value, change?.value);
    if (outcome.status === "refused") {
      if (typedSince) this.dirty.set(field, { value: now.value, baseRevision: now.baseRevision });
      else this.refused.set(field, outcome.message);
      return;
    }
    this.revisions.set(field, outcome.revision);
    if (typedSince) {
      this.dirty.set(field, { value: now.value, baseRevision: outcome.revision });
      return;
    }
    if (outcome.problem) this.problems.set(field, outcome.problem);
    this.dirty.delete(field);
  }

  private retry(failure: SendFailure): void {
    if (failure.kind === "stopped") return;
    const wait =
      failure.kind === "expired"
        ? SESSION_RETRY
        : (failure.retryAfter ?? Math.min(FIRST_RETRY * 2 ** (this.failures - 1), LONGEST_RETRY));
    this.later(wait);
  }

  private later(milliseconds: number): void {
    this.cancelTimer?.();
    this.cancelTimer = this.around.schedule(() => {
      void this.flush();
    }, milliseconds);
  }

  private tell(): void {
    this.around.onChange({
      kind: this.kind(),
      savedAt: this.savedAt,
      message: this.failure?.kind === "stopped" ? this.failure.message : null,
      conflicts: Object.fromEntries(this.conflicts),
      refused: Object.fromEntries(this.refused),
    });
  }

  private kind(): SaveState["kind"] {
    if (this.sending) return this.failure ? this.failure.kind : "saving";
    if (this.failure) return this.failure.kind;
    if (this.conflicts.size > 0) return "conflict";
    if (this.sendable().length > 0) return "unsaved";
    if (this.refused.size > 0) return "refused";
    return this.savedAt === null ? "untouched" : "saved";
  }

  private readStore(): Dirty {
    try {
      const text = this.around.store?.getItem(this.around.storeKey);
      const kept: [string, unknown][] = Object.entries(text ? JSON.parse(text) : {});
      return new Map(kept.filter((entry): entry is [string, Waiting] => isWaiting(entry[1])));
    } catch {
      // A copy that cannot be read, or a browser that keeps none: the portal's own copy remains.
      return new Map();
    }
  }

  /** Brings the copy up to date with what waits here, and leaves there what waits in other tabs. */
  private writeStore(): void {
    const { store, storeKey } = this.around;
    const copy = this.readStore();
    for (const [field, mine] of this.written) {
      if (isSame(copy.get(field), mine)) copy.delete(field);
    }
    this.written.clear();
    for (const [field, waiting] of this.dirty) {
      copy.set(field, waiting);
      this.written.set(field, waiting);
    }
    try {
      if (copy.size === 0) store?.removeItem(storeKey);
      else store?.setItem(storeKey, JSON.stringify(Object.fromEntries(copy)));
    } catch {
      // Full or refused: the change is still sent.
    }
  }
}
