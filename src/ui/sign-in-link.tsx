"use client";

import { useSyncExternalStore } from "react";
import { routes } from "@/routes";

/** Set beside the session by the sign-in: says that there is one, nothing about it. */
export const SIGNED_IN_HINT = "guichet-connecte=1";

const subscribe = () => () => {};
const signedIn = () => document.cookie.split("; ").includes(SIGNED_IN_HINT);

/** « Se connecter » in the HTML of a static page; « Mon espace » once the browser says there is a session. */
export function SignInLink() {
  const known = useSyncExternalStore(subscribe, signedIn, () => false);
  // A plain link: the page behind is rendered for one request, with its own content policy.
  return (
    <a className="fr-btn fr-icon-account-circle-line" href={routes.signIn()}>
      {known ? "Mon espace" : "Se connecter"}
    </a>
  );
}
