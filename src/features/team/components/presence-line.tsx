"use client";

import { useEffect, useState } from "react";
import { routes } from "@/routes";
import { sendJson } from "@/ui/autosave/send-json";
import type { Present } from "../commands/presence";

/** Milliseconds between two signs of life. */
const EVERY = 20_000;

export interface PresenceLineProps {
  number: string;
  /** Who the page was made for. */
  agentId: string;
  step: string;
  /** As the server saw them when it made the page: all there is without script. */
  first: readonly Present[];
}

/** Who else has a step of the dossier open: « Aussi sur ce dossier : Noémie Castel (Le projet) ». */
export function PresenceLine({ number, agentId, step, first }: PresenceLineProps) {
  const [others, setOthers] = useState(first);

  useEffect(() => {
    const say = () => {
      // A hidden tab is nobody at work.
      if (document.visibilityState === "hidden") return;
      sendJson<{ others: Present[] }>({ url: routes.presence(number), agentId }, "PUT", { step })
        .then((answer) => setOthers(answer.others))
        // The network or the session is away: the saving says so, and the next sign tries again.
        .catch(() => setOthers([]));
    };
    const timer = window.setInterval(say, EVERY);
    document.addEventListener("visibilitychange", say);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", say);
    };
  }, [number, agentId, step]);

  const words = others.map((other) => `${other.name} (${other.step})`).join(", ");
  return (
    <p className="guichet-presence fr-text--sm" role="status">
      {words !== "" && `Aussi sur ce dossier\u00A0: ${words}`}
    </p>
  );
}
