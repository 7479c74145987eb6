import { prepare, runUnderNode24 } from "./runtime/bootstrap.mjs";

// `npm start`: plain JavaScript without dependency, since nothing may be installed yet.
prepare();
runUnderNode24("scripts/portal/main.ts", process.argv.slice(2));
