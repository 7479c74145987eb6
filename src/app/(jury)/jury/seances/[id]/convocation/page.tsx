import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConvocationView } from "@/features/sittings/components/preparation-views";
import { SessionFrame } from "@/features/sittings/components/session-frame";
import { readSession } from "@/features/sittings/queries/session";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

export const metadata: Metadata = { title: "Convocations – Séance" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function ConvocationPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const session = await orUnavailable(() => readSession(actor, id));
  if (!session.me.prepares || session.openedAt) notFound();
  return (
    <SessionFrame session={session} current="convocation">
      <ConvocationView session={session} />
    </SessionFrame>
  );
}
