import type { ReactNode } from "react";
import { fullName, holds } from "@/domain/rights/actor";
import { readAgentFrame } from "@/server/agent-frame";
import { demonstrationDay } from "@/server/demonstration";
import { service } from "@/server/service";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { FreshHistory } from "@/ui/autosave/fresh-history";
import { navigationFor } from "@/ui/navigation";
import { PageFrame } from "@/ui/page-frame";

/** What surrounds the pages of every room: the agent, their unread notices, the union of the entries of their roles. */
export async function RoomFrame({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const roles = [...new Set(actor.grants.map(({ role }) => role))];
  // A DNUM may carry a project itself.
  const carrier = actor.organisation !== null && (roles.length === 0 || holds(actor, "dnum"));
  const [day, frame] = await Promise.all([
    demonstrationDay(),
    orUnavailable(() => readAgentFrame(actor.agentId)),
  ]);
  return (
    <PageFrame
      service={service()}
      entries={navigationFor(roles, { carrier, expert: frame.opinions > 0 })}
      demonstrationDay={day}
      agent={{ name: fullName(actor), ...frame }}
    >
      <FreshHistory />
      {children}
    </PageFrame>
  );
}
