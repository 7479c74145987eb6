import path from "node:path";
import { findClamd, startClamd } from "./clamd";

/** The antivirus of an embedded portal: clamd as long as this process lives. Tells its parent once it answers. */
const clamd = await startClamd({
  binary: findClamd(),
  port: Number(process.env.ANTIVIRUS_PORT),
  directory: path.join(process.env.GUICHET_DATA ?? ".data", "antivirus"),
});
process.on("exit", () => clamd.kill("SIGKILL"));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));
clamd.once("exit", () => process.exit(1));
process.send?.("ready");
