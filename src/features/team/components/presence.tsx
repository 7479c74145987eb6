import type { Actor } from "@/domain/rights/actor";
import { touchPresence } from "../commands/presence";
import { PresenceLine } from "./presence-line";

export interface PresenceProps {
  actor: Actor;
  number: string;
  step: string;
}

/** Says that this page is open, and who else has one: by the server once, then by the page's script. */
export async function Presence({ actor, number, step }: PresenceProps) {
  const first = await touchPresence(actor, { number, step });
  return (
    <PresenceLine key={step} number={number} agentId={actor.agentId} step={step} first={first} />
  );
}
