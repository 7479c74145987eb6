"use client";

import { ErrorPage, type ErrorPageProps } from "@/ui/error-page";

/** An error in the layout of a room: there is no header to show it under. */
export default function RootError(props: ErrorPageProps) {
  return (
    <main className="fr-container guichet-main" id="contenu">
      <ErrorPage {...props} />
    </main>
  );
}
