import type { Severity } from "@/domain/dossier/statuses";
import type { Hundredths } from "@/domain/evaluation/scores";
import type { Capacity } from "@/domain/sitting/quorum";
import type { Counts } from "@/domain/sitting/votes";
import type { ItemState } from "./queries/session";

/**
 * What the screen of one member of a sitting shows: computed for them, as plain JSON, instants in ISO. Of an item its
 * reader takes no part in, it holds a word and nothing else.
 */
export interface RoomState {
  /** What the screen has seen: opaque, sent back with the next question. */
  seen: string;
  /** The portal's clock, which may not be the device's. */
  now: string;
  phase: "to-open" | "open" | "ended";
  session: {
    id: string;
    label: string;
    themeCode: string;
    startsAt: string | null;
    place: string;
    openedAt: string | null;
    endedAt: string | null;
    slotMinutes: number;
  };
  me: {
    capacity: Capacity | null;
    keeps: boolean;
    chairs: boolean;
    present: boolean;
  };
  /** Of the whole sitting while no item is examined; of the item otherwise. Null for whoever is apart from the item. */
  quorum: { sentence: string; reached: boolean } | null;
  members: RoomMember[];
  agenda: AgendaLine[];
  current: ApartPoint | CurrentItem | null;
  /** Votes on no dossier, while none is examined. */
  votes: ClosedVote[];
  vote: OpenVote | null;
  /** Why the sitting cannot be opened or ended now; null when it can, or for those who do not. */
  obstacle: string | null;
}

export interface RoomMember {
  /** For the acts of the secretary; null for the others. */
  agentId: string | null;
  name: string;
  capacity: Capacity;
  present: boolean;
  since: string | null;
}

export type AgendaLine =
  | { kind: "apart"; position: number; word: string }
  | {
      kind: "seen";
      position: number;
      number: string;
      title: string;
      carrier: string;
      slotAt: string | null;
      state: ItemState;
      status: { label: string; severity: Severity };
      /** Null unless the reader keeps the sitting: what may be done with it now. */
      acts: { call: boolean; up: boolean; down: boolean } | null;
    };

/** The item under examination, for whoever takes no part in it. */
export interface ApartPoint {
  kind: "apart";
  word: string;
  sentence: string;
}

export interface CurrentItem {
  kind: "seen";
  number: string;
  title: string;
  carrier: string;
  status: { label: string; severity: Severity };
  startedAt: string | null;
  turnEndsAt: string | null;
  /** Carriers are heard on it, and when this one was. */
  hearing: { expected: boolean; heardAt: string | null };
  /** Where the dossier and, for a juror, their own sheet are. */
  own: boolean;
  /** Before the close: whether the sheets are in, in one sentence, for those who close the scoring. */
  sheets: { ready: boolean; sentence: string } | null;
  mayClose: boolean;
  mayHear: boolean;
  /** Names of those kept apart from it. */
  recused: string[];
  abstained: string[];
  questions: { body: string; answer: string }[];
  /** What the sheets say together, once the scoring is closed, for those who may read them. */
  scores: RoomScores | null;
  deliberation: { text: string; revision: number; author: string | null; at: string | null };
  votes: ClosedVote[];
  decision: { label: string; amount: string | null; by: string } | null;
  mayPropose: boolean;
}

export interface RoomScores {
  mean: Hundredths;
  sheets: number;
  criteria: {
    key: string;
    name: string;
    mean: Hundredths;
    lowest: number;
    highest: number;
    consensus: { value: number; reason: string } | null;
  }[];
}

export interface OpenVote {
  id: string;
  question: string;
  secret: boolean;
  openedAt: string;
  /** Ballots given, of those who may: never what they say before the close. */
  given: number;
  voters: number;
  voted: boolean;
  mayVote: boolean;
  /** Why the chair cannot close it now; null when they can, or for the others. */
  obstacle: string | null;
}

export interface ClosedVote {
  id: string;
  question: string;
  secret: boolean;
  closedAt: string;
  /** Null when it was closed without result. */
  counts: Counts | null;
}
