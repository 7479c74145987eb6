import { startSignIn } from "@/server/auth/sign-in";
import { callerOf, consume, signInLimit } from "@/server/rate-limit";
import { publicRoute } from "@/server/route";

/** Sends the person to AgentConnect. */
export const GET = publicRoute({ name: "sign-in" }, async ({ request }) => {
  await consume(signInLimit(), callerOf(request.headers));
  return startSignIn(request);
});
