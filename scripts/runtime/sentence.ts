/** A failure whose message is the one sentence the developer needs: printed alone, without a stack. */
export class Sentence extends Error {}

/** Prints what went wrong (a {@link Sentence} alone, anything else with its stack) and sets exit code 1. */
export function reportFailure(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof Sentence) {
    console.error(`\n${error.message}`);
    return;
  }
  console.error(error);
}
