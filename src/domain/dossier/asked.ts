/** One thing a carrier is asked to answer, besides its form. */
export interface AskedItem {
  /** From 1, as the request numbers it. */
  position: number;
  question: string;
  /** The question or the step of the form it is about; null for what is asked of the whole dossier. */
  target: string | null;
  /** As typed so far. */
  answer: string;
  revision: number;
}

/** What a carrier is asked while its dossier is back in its hands: it answers each point, then files. */
export type Asked =
  | {
      kind: "complement";
      number: number;
      message: string;
      /** Last instant of the delay: an answer is still taken after it, as long as the request is open. */
      dueAt: Date;
      requestedAt: Date;
      items: readonly AskedItem[];
    }
  | { kind: "presentation"; items: readonly AskedItem[] };

/** The points that have no answer yet. */
export function unansweredItems(items: readonly AskedItem[]): readonly AskedItem[] {
  return items.filter(({ answer }) => answer.trim() === "");
}
