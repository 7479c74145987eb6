import { type Actor, holds } from "@/domain/rights/actor";

/** Whether the actor has interests to declare: whoever scores, presides, prepares or owns. */
export function mayDeclare(actor: Actor): boolean {
  return (["juror", "chair", "secretary", "theme-owner"] as const).some((role) =>
    holds(actor, role),
  );
}
