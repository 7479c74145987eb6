"use client";

import { useEffect } from "react";
import { routes } from "@/routes";
import { StatePage } from "@/ui/state-page";

export interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** What an error boundary shows: the DSFR model of the page 500, with the number under which the error was logged. */
export function ErrorPage({ error, reset }: ErrorPageProps) {
  useEffect(() => {
    document.title = `Erreur inattendue – ${document.title}`;
  }, []);
  return (
    <StatePage
      title="Erreur inattendue"
      code="Erreur 500"
      lead={`Le service rencontre un problème, nous travaillons pour le résoudre.`}
      actions={
        <>
          <button type="button" className="fr-btn" onClick={reset}>
            Réessayer
          </button>
          <a className="fr-btn fr-btn--secondary" href={routes.home()}>
            Page d’accueil
          </a>
        </>
      }
    >
      <p>
        Ce qui était enregistré est conservé. Essayez de rafraîchir la page ou revenez plus tard. Si
        l’erreur se répète, écrivez-nous depuis la page <a href={routes.help()}>Aide</a>
        {error.digest && ` en donnant le numéro d’incident ${error.digest}`}.
      </p>
    </StatePage>
  );
}
