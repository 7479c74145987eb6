import "server-only";

/** Whether pages are being built: there may be no database yet, and what is shown without one is replaced at the first revalidation. */
export function isBuilding(): boolean {
  return process.env.NEXT_PHASE === "phase-production-build";
}
