"use client";

import { useEffect, useRef, useState } from "react";

/** A message per five seconds at most: a screen reader says one thing to its end. */
const PAUSE = 5_000;
const STORE = "guichet:salle:annonces";

/** Whether the reader wants the changes of the room said aloud; kept on this device. */
function readWish(): boolean {
  try {
    return window.localStorage.getItem(STORE) !== "non";
  } catch {
    return true;
  }
}

export interface Announcer {
  /** Empty in the first HTML. */
  said: string;
  wanted: boolean;
  setWanted: (wanted: boolean) => void;
  say: (sentences: readonly string[]) => void;
}

/** Says what happens in the room, politely: what comes within five seconds of a message waits, and is said together. */
export function useAnnouncer(): Announcer {
  const [said, setSaid] = useState("");
  const [wanted, setWanted] = useState(true);
  const waiting = useRef<string[]>([]);
  const timer = useRef(0);
  const wish = useRef(true);

  useEffect(() => {
    const kept = readWish();
    wish.current = kept;
    setWanted(kept);
    return () => window.clearTimeout(timer.current);
  }, []);

  const flush = useRef(() => {
    timer.current = 0;
    if (waiting.current.length === 0) return;
    setSaid(waiting.current.join(" "));
    waiting.current = [];
    timer.current = window.setTimeout(() => flush.current(), PAUSE);
  });

  const say = useRef((sentences: readonly string[]) => {
    if (sentences.length === 0 || !wish.current) return;
    waiting.current.push(...sentences);
    if (timer.current === 0) flush.current();
  });

  return {
    said,
    wanted,
    setWanted: (next) => {
      wish.current = next;
      setWanted(next);
      if (!next) {
        waiting.current = [];
        setSaid("");
      }
      try {
        window.localStorage.setItem(STORE, next ? "oui" : "non");
      } catch {
        // A browser that keeps nothing: the wish lasts as long as the page.
      }
    },
    say: say.current,
  };
}

/** The polite region, and the box that silences it. */
export function Announcements({ announcer }: { announcer: Announcer }) {
  const { said, wanted, setWanted } = announcer;
  return (
    <>
      <p role="status" className="fr-sr-only">
        {said}
      </p>
      <div className="fr-checkbox-group fr-checkbox-group--sm guichet-needs-script">
        <input
          type="checkbox"
          id="annoncer"
          checked={wanted}
          onChange={(event) => setWanted(event.target.checked)}
        />
        <label className="fr-label" htmlFor="annoncer">
          Annoncer les changements au lecteur d’écran
        </label>
      </div>
    </>
  );
}
