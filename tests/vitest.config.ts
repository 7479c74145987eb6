import path from "node:path";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");

/** What `src/server/environment.ts` asks for; a test that sends nothing needs no more. */
const environment = {
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  AGENTCONNECT_ISSUER: "http://127.0.0.1:9/api/v2",
  AGENTCONNECT_CLIENT_ID: "tests",
  AGENTCONNECT_CLIENT_SECRET: "tests",
  SMTP_URL: "smtp://127.0.0.1:9",
  MAIL_FROM: "tests@guichet.example",
  FILES_DIRECTORY: path.join(root, ".data/tests/files"),
  LOG_LEVEL: "silent",
};

const shared = {
  resolve: {
    alias: {
      "@": path.join(root, "src"),
      // The guard against client bundles is an error outside Next's server build.
      "server-only": path.join(root, "node_modules/server-only/empty.js"),
    },
  },
};

/** A file that replaces a module or changes the environment: it has a process of its own. */
const ISOLATED = "tests/integration/**/*.isolated.test.ts";

/** Tests against the server of the tests; the database client is one per process, hence processes. */
const integration = (name: string, files: TestProjectInlineConfiguration["test"]) => ({
  ...shared,
  root,
  test: {
    name,
    globalSetup: [path.join(root, "tests/integration/global-setup.ts")],
    env: environment,
    pool: "forks" as const,
    // A file waits for the server half of its time: two of them keep two cores busy.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    ...files,
  },
});

export default defineConfig({
  root,
  test: {
    projects: [
      {
        ...shared,
        root,
        test: {
          name: "unit",
          include: [
            "src/**/*.test.{ts,tsx}",
            "tests/architecture/**/*.test.ts",
            "prisma/**/*.test.ts",
          ],
          env: environment,
          // Pure functions have nothing to be isolated from, and property tests take their time.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      integration("integration", {
        include: ["tests/integration/**/*.test.ts"],
        exclude: [ISOLATED],
        isolate: false,
      }),
      integration("integration-isolated", { include: [ISOLATED] }),
    ],
  },
});
