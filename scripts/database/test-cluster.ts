import path from "node:path";
import { type Cluster, startCluster } from "./postgres";

/** Where the server of the tests lives; it stays up between local runs, so that they start at once. */
export const testClusterDirectory = path.resolve(
  import.meta.dirname,
  "../..",
  process.env.GUICHET_TEST_DATA ?? ".data/tests",
);

/** Starts, or joins, the server of the tests: durability off, its data are worth nothing. */
export function startTestCluster(): Promise<Cluster> {
  return startCluster(path.join(testClusterDirectory, "postgres"), {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    autovacuum: "off",
  });
}
