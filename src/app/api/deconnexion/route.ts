import { signOut } from "@/server/auth/sign-out";
import { publicRoute } from "@/server/route";

/** Ends the session here, then at the provider. A form post: a link would sign out whoever it is shown to. */
export const POST = publicRoute({ name: "sign-out" }, ({ request }) => signOut(request));
