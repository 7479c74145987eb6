"use client";

import { useRouter } from "next/navigation";
import { startTransition, useRef, useState } from "react";
import { applied, type RankedRow, type RowChange } from "@/domain/evaluation/ranked-list";
import { type FormState, IDLE } from "@/domain/form-state";
import { keepingWhatIsTyped } from "@/ui/use-form-action";
import { move } from "../actions";

/** A change shown before the portal has answered; `revision` is the one that holds it, once known. */
interface Pending {
  change: RowChange;
  revision: number | null;
}

/** What the portal says of a move it did not refuse. */
export interface Answered {
  told: string;
  /** False when nothing had to change. */
  isKept: boolean;
}

export interface Moves {
  /** The rows with what is on its way. */
  rows: readonly RankedRow[];
  /** What the portal refused last; idle once a move is made again. */
  refused: FormState;
  /** Sends a move, shown at once where its change is known; the portal's answer follows. */
  send: (form: FormData, change: RowChange | null, answered?: (answer: Answered) => void) => void;
}

/**
 * The moves of one person, shown at once and sent one after the other, each on the revision the one before it made. A
 * refusal drops those that follow it and reads the page again: what is shown is then what is kept.
 */
export function useMoves(page: { revision: number; rows: readonly RankedRow[] }): Moves {
  const router = useRouter();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [refused, setRefused] = useState<FormState>(IDLE);
  const chain = useRef({ sent: Promise.resolve(), waiting: 0, revision: page.revision, run: 0 });
  const isAhead = (revision: number | null) => revision === null || revision > page.revision;
  const own = pending.filter(({ revision }) => isAhead(revision));
  const rows = own.reduce<readonly RankedRow[]>(
    (list, { change }) => applied(list, change),
    page.rows,
  );

  const send: Moves["send"] = (form, change, answered) => {
    const { current } = chain;
    // With nothing on its way, the move is made on the page, or on the last answer where the page has not caught up.
    if (current.waiting === 0) current.revision = Math.max(current.revision, page.revision);
    current.waiting += 1;
    const run = current.run;
    const entry: Pending | null = change && { change, revision: null };
    if (entry) {
      // From the list as it is by then: an answer may have come since the page was drawn.
      setPending((list) => [...list.filter(({ revision }) => isAhead(revision)), entry]);
    }
    setRefused(IDLE);
    current.sent = current.sent.then(async () => {
      if (run === current.run) await post();
      current.waiting -= 1;
    });

    async function post() {
      form.set("revision", String(current.revision));
      form.set("script", "oui");
      const answer = await keepingWhatIsTyped(move)(IDLE, form);
      if (answer.status !== "done") {
        current.run += 1;
        startTransition(() => {
          setPending([]);
          setRefused(answer);
        });
        router.refresh();
        return;
      }
      const revision = Number(answer.values?.revision ?? current.revision);
      const isKept = revision !== current.revision;
      current.revision = revision;
      setPending((list) => list.map((each) => (each === entry ? { ...each, revision } : each)));
      answered?.({ told: answer.message, isKept });
    }
  };
  return { rows, refused, send };
}
