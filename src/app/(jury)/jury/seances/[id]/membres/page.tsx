import type { Metadata } from "next";
import { MembersView } from "@/features/sittings/components/preparation-views";
import { SessionFrame } from "@/features/sittings/components/session-frame";
import { readCandidates } from "@/features/sittings/queries/candidates";
import { readSession } from "@/features/sittings/queries/session";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

export const metadata: Metadata = { title: "Membres – Séance" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function MembersPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const session = await orUnavailable(() => readSession(actor, id));
  const candidates = await orUnavailable(() => readCandidates(actor, session));
  return (
    <SessionFrame session={session} current="members">
      <MembersView session={session} candidates={candidates} />
    </SessionFrame>
  );
}
