import { type Actor, holds } from "@/domain/rights/actor";

/** Whether the jury's room is the actor's: jurors, and those who prepare and close the sessions. */
export function mayEnterJury(actor: Actor): boolean {
  return (["juror", "chair", "secretary", "theme-owner"] as const).some((role) =>
    holds(actor, role),
  );
}
