import { generateClient, NEXT, trimStyles } from "./portal/build";
import { runChild } from "./runtime/children";
import { reportFailure } from "./runtime/sentence";

/** `npm run build`: the production build, without a database nor any setting but the service's names. */
async function build(): Promise<void> {
  await generateClient();
  await trimStyles();
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await runChild(
    "next build",
    NEXT,
    { env, args: ["build"] },
    "The build failed: the reason is above.",
  );
}

build().catch(reportFailure);
