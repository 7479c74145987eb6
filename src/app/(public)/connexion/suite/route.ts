import { routes } from "@/routes";
import { landingOf } from "@/server/auth/landing";
import { publicRoute } from "@/server/route";
import { currentActor } from "@/server/session";

/** Sends the reader to their own room, or to sign-in. */
export const GET = publicRoute({ name: "landing" }, async () => {
  const actor = await currentActor();
  return { redirectTo: actor ? landingOf(actor) : routes.signIn() };
});
