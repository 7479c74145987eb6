"use client";

import { useEffect, useState } from "react";
import { formatTime } from "@/domain/calendar";
import { routes } from "@/routes";

/** Ten minutes: time enough to finish a sentence and sign in again. */
const WARNED_MS = 10 * 60_000;
/** The longest wait a browser's timer holds; a session is shorter. */
const LONGEST_MS = 2 ** 31 - 1;

type Stage = "open" | "ending" | "ended";

/**
 * Warns, ten minutes before the session ends, that it will, and says when it has. Signing in again in another tab keeps
 * this page as it is. Nothing before, and nothing without script: the form itself then says that the session is over.
 */
export function SessionWarning({ endsIn }: { endsIn: number }) {
  const [stage, setStage] = useState<Stage>("open");
  const [endsAt, setEndsAt] = useState<Date | null>(null);
  useEffect(() => {
    setStage("open");
    setEndsAt(new Date(Date.now() + endsIn));
    const after = (milliseconds: number, next: Stage) =>
      window.setTimeout(() => setStage(next), Math.min(Math.max(0, milliseconds), LONGEST_MS));
    const timers = [after(endsIn - WARNED_MS, "ending"), after(endsIn, "ended")];
    return () => {
      for (const timer of timers) window.clearTimeout(timer);
    };
  }, [endsIn]);

  return (
    <div role="status">
      {stage !== "open" && endsAt && (
        <div className="fr-notice fr-notice--warning">
          <div className="fr-container">
            <div className="fr-notice__body">
              <p>
                <span className="fr-notice__title">
                  {stage === "ending"
                    ? `Votre session se termine à ${formatTime(endsAt)}.`
                    : "Votre session est terminée."}
                </span>{" "}
                <span className="fr-notice__desc">
                  Rien de ce que vous écrivez n’est perdu.{" "}
                  <a
                    className="fr-notice__link"
                    href={routes.startSignIn()}
                    target="_blank"
                    rel="noopener"
                    onClick={() => setStage("open")}
                  >
                    Me reconnecter dans un nouvel onglet
                  </a>
                </span>
              </p>
            </div>
          </div>
        </div>
      )}
    </div>
  );
}
