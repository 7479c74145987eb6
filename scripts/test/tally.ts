import { readFile } from "node:fs/promises";

/** Tests passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/**
 * Reads vitest's report. A test that did not run has failed: it proves nothing. So has a file that could not even load,
 * and a report that is missing.
 */
export async function vitestTally(file: string): Promise<Tally> {
  const report = await read<VitestReport>(file);
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    (each) => each.status === "failed" && each.assertionResults.length === 0,
  );
  const notRun = report.numPendingTests + report.numTodoTests + unloaded.length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + notRun };
}

/** Reads Playwright's report, in the same spirit; a flaky test is a failed one. */
export async function playwrightTally(file: string): Promise<Tally> {
  const report = await read<PlaywrightReport>(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length };
}

async function read<Report>(file: string): Promise<Report | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}
