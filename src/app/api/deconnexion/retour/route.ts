import { signOutReturn } from "@/server/auth/sign-out";
import { publicRoute } from "@/server/route";

/** Back from the provider's logout. */
export const GET = publicRoute({ name: "sign-out-return" }, async ({ request }) =>
  signOutReturn(request),
);
