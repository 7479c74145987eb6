import { isBuilding } from "./server/building";

/** Called by Next once, before the first request: a portal that is not set right does not start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || isBuilding()) return;
  const { checkBeforeServing } = await import("./server/boot");
  await checkBeforeServing();
}
