import "server-only";
import { routes } from "@/routes";

/** Where to come back to. */
export const RETURN_PARAMETER = "retour";
/** What is asked of the provider besides a sign-in. */
export const MODE_PARAMETER = "mode";
/**
 * `renforce` asks for the person again, at a level that a role needs; `autre` asks for the person again, to use another
 * account than the one the provider remembers.
 */
export const MODES = ["renforce", "autre"] as const;
export type SignInMode = (typeof MODES)[number];

/** The address that starts a sign-in: for a plain link. */
export function signInAddress(options: { returnTo?: string | null; mode?: SignInMode } = {}) {
  const query = new URLSearchParams();
  if (options.mode) query.set(MODE_PARAMETER, options.mode);
  if (options.returnTo) query.set(RETURN_PARAMETER, options.returnTo);
  return routes.startSignIn(query);
}
