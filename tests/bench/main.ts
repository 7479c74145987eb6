import { generateClient } from "../../scripts/portal/build";
import { reportFailure } from "../../scripts/runtime/sentence";

// On a fresh clone the database client is not written yet, and every measure imports it: it is written first.
await generateClient()
  .then(() => import("./bench"))
  .then(({ bench }) => bench(process.argv.slice(2)))
  .catch(reportFailure);
process.exit();
