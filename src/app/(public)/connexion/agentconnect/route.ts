import { startSignIn } from "@/server/auth/sign-in";
import { publicRoute } from "@/server/route";

/** Sends the person to AgentConnect. */
export const GET = publicRoute({ name: "sign-in" }, ({ request }) => startSignIn(request));
