import path from "node:path";
import { NEXT } from "../../scripts/portal/build";
import { type Child, startChild } from "../../scripts/runtime/children";

/** Another web server of the portal, of the same build, on its own port and on the database its variables name. */
export function startReplica(variables: Record<string, string>, port: number): Child {
  return startChild("replica", NEXT, {
    env: { ...variables, PORT: String(port), NODE_ENV: "production" },
    args: ["start", "-p", String(port), "-H", "localhost"],
    log: path.join(variables.GUICHET_DATA ?? "", "logs", `replica-${port}.log`),
  });
}
