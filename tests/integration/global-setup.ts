import type { TestProject } from "vitest/node";
import { prepareTemplate } from "../../scripts/database/template";
import { startTestCluster } from "../../scripts/database/test-cluster";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the server of the tests, on its maintenance database. */
    testServer: string;
    /** The migrated database that each test file gets a copy of. */
    testTemplate: string;
  }
}

/** Starts the server of the tests unless it runs, and prepares what databases are copied from. */
export default async function setup(project: TestProject): Promise<void> {
  const cluster = await startTestCluster();
  project.provide("testTemplate", await prepareTemplate(cluster));
  project.provide("testServer", cluster.url("postgres"));
}
