import "server-only";
import type { Claims } from "./claims";
import type { RefusalReason } from "./refusal-reasons";

/** What one sign-in learns on its way, from the first request of the callback to the session it opens. */
export interface SignInAttempt {
  claims: Claims | null;
  /** Kept with the session, for the logout at the provider. */
  idToken: string | null;
  refused: RefusalReason | null;
  /** An error of the portal itself, such as the database being away: told as such, not as a refusal. */
  failure: unknown;
}

/** A sign-in that knows nothing yet. */
export function newAttempt(): SignInAttempt {
  return { claims: null, idToken: null, refused: null, failure: null };
}
