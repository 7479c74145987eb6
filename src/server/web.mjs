import { createServer } from "node:http";
import next from "next";
import { shareAnswers } from "./shared-answers.mjs";

/**
 * The web server of a build: `node src/server/web.mjs PORT [HOSTNAME]`. Next answers everything; what any reader may
 * share is sent again without asking it. Plain JavaScript: Next loads what it compiled, nothing else compiles here.
 */
const [port = "3000", hostname] = process.argv.slice(2);
const app = next({ dev: false, port: Number(port), ...(hostname && { hostname }) });
await app.prepare();

const server = createServer(shareAnswers(app.getRequestHandler()));
server.listen(Number(port), hostname);

/** Requests under way are answered, then the process leaves; their connections are not kept. */
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => server.close(() => process.exit(0)));
}
