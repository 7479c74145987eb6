import type { Metadata } from "next";
import { SessionFrame } from "@/features/sittings/components/session-frame";
import { SessionView } from "@/features/sittings/components/session-view";
import { readAddable } from "@/features/sittings/queries/addable";
import { readSession } from "@/features/sittings/queries/session";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

export const metadata: Metadata = { title: "Séance" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function SessionPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const session = await orUnavailable(() => readSession(actor, id));
  const addable = await orUnavailable(() => readAddable(actor, session));
  return (
    <SessionFrame session={session} current="preparation">
      <SessionView session={session} addable={addable} />
    </SessionFrame>
  );
}
