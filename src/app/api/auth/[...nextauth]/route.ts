import { notFound } from "@/domain/errors";
import { PROVIDER_ID } from "@/server/auth/options";
import { finishSignIn } from "@/server/auth/sign-in";
import { publicRoute } from "@/server/route";

/**
 * The one address of next-auth the portal uses: the provider's callback. Its other addresses (session, signin, signout,
 * csrf, providers) stay closed: sign-in, sessions and sign-out have their own doors.
 */
export const GET = publicRoute({ name: "sign-in-callback" }, async ({ request }) => {
  if (new URL(request.url).pathname !== `/api/auth/callback/${PROVIDER_ID}`) throw notFound();
  return finishSignIn(request);
});
