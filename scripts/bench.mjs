import { prepare, runUnderNode24 } from "./runtime/bootstrap.mjs";

// `npm run bench`: as npm start, nothing may be installed yet.
prepare();
runUnderNode24("tests/bench/main.ts", process.argv.slice(2), ["--conditions=react-server"]);
