"use client";

import { useEffect, useState } from "react";
import { formatClosing, minutesLeft, SPOKEN_MINUTES, timeLeft } from "@/domain/dossier/deadlines";

const MINUTE_MS = 60_000;

/**
 * How far the portal's clock is ahead of this device's, in milliseconds. A page arrives late, and late again when the
 * browser takes it back from its history: the largest lead seen is the nearest to the truth.
 */
let lead = Number.NEGATIVE_INFINITY;

export interface ClosingTimeProps {
  closesAt: Date;
  /** The portal's instant when the page was made. */
  now: Date;
  /** Speaks at 60, 15 and 5 minutes and at the closing: once per page. */
  spoken?: boolean;
}

/**
 * A closing with its weekday, its hour and the time left, which runs: days, then minutes. Without script it says what
 * was true when the page was made.
 */
export function ClosingTime({ closesAt, now, spoken = false }: ClosingTimeProps) {
  const [at, setAt] = useState(now);
  const [said, setSaid] = useState("");
  const [closing, made] = [closesAt.getTime(), now.getTime()];

  useEffect(() => {
    lead = Math.max(lead, made - Date.now());
    let timer = 0;
    let before = minutesLeft(new Date(closing), new Date(made));
    const tick = () => {
      const instant = new Date(Date.now() + lead);
      const left = minutesLeft(new Date(closing), instant);
      setAt(instant);
      const passed = SPOKEN_MINUTES.findLast((minutes) => left <= minutes && minutes < before);
      if (left === 0 && before > 0) setSaid("Le dépôt est clos. Votre brouillon est conservé.");
      else if (passed !== undefined) {
        setSaid(`Il reste ${left} minute${left > 1 ? "s" : ""} pour déposer.`);
      }
      before = left;
      // The next whole minute before the closing; past it, nothing moves any more.
      if (left > 0) {
        timer = window.setTimeout(tick, ((closing - instant.getTime()) % MINUTE_MS) + 50);
      }
    };
    const onReturn = () => {
      window.clearTimeout(timer);
      tick();
    };
    tick();
    document.addEventListener("visibilitychange", onReturn);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", onReturn);
    };
  }, [closing, made]);

  const left = timeLeft(closesAt, at);
  return (
    <>
      <time dateTime={closesAt.toISOString()}>{formatClosing(closesAt)}</time>
      {left ? `, ${left}` : "\u00A0: dépôt clos"}
      {spoken && (
        <span role="status" className="fr-sr-only">
          {said}
        </span>
      )}
    </>
  );
}
