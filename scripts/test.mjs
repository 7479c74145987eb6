import { prepare, runUnderNode24 } from "./runtime/bootstrap.mjs";

// `npm test`: plain JavaScript without dependency, since nothing may be installed yet.
prepare();
runUnderNode24("scripts/test/main.ts", process.argv.slice(2));
