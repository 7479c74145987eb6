"use client";

import { useEffect, useState } from "react";
import { routes } from "@/routes";

const RETRY_MS = 5_000;

/** The address to come back to: one of this portal, home otherwise. */
export function returnAddress(search: string): string {
  const asked = new URLSearchParams(search).get("retour") ?? "";
  return /^\/(?![/\\])/.test(asked) ? asked : routes.home();
}

/** Asks whether the portal is back, and then goes where the reader was going. Without script, a link does it. */
export function RetryNotice() {
  const [attempts, setAttempts] = useState(0);

  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await fetch(routes.ready(), { cache: "no-store" }).catch(() => null);
      if (answer?.ok) window.location.replace(returnAddress(window.location.search));
      else setAttempts((count) => count + 1);
    }, RETRY_MS);
    return () => clearInterval(timer);
  }, []);

  return (
    <>
      <a
        className="fr-btn"
        href={routes.home()}
        onClick={(event) => {
          event.preventDefault();
          window.location.replace(returnAddress(window.location.search));
        }}
      >
        Réessayer maintenant
      </a>
      <p className="guichet-needs-script fr-text--sm fr-mb-0">
        Cette page réessaie d’elle-même toutes les 5{"\u00A0"}secondes.
        <span role="status" className="fr-sr-only">
          {attempts === 1 && "Le service ne répond pas encore."}
        </span>
      </p>
    </>
  );
}
