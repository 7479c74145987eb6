"use client";

import "@/ui/portal.scss";
import { ErrorPage, type ErrorPageProps } from "@/ui/error-page";

/** The document itself could not be rendered: the page 500 stands alone. */
export default function GlobalError(props: ErrorPageProps) {
  return (
    <html lang="fr">
      <head>
        <title>Erreur inattendue</title>
      </head>
      <body>
        <main className="fr-container guichet-main" id="contenu">
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  );
}
