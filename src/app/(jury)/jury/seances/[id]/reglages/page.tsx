import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { parisDay } from "@/domain/calendar";
import { SettingsView } from "@/features/sittings/components/preparation-views";
import { SessionFrame } from "@/features/sittings/components/session-frame";
import { readSession } from "@/features/sittings/queries/session";
import { portalNow } from "@/server/clock";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

export const metadata: Metadata = { title: "Heure, lieu et quorum – Séance" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function SettingsPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const session = await orUnavailable(() => readSession(actor, id));
  if (!session.me.prepares || session.openedAt) notFound();
  const now = await orUnavailable(() => portalNow());
  return (
    <SessionFrame session={session} current="settings">
      <SettingsView session={session} today={parisDay(now)} />
    </SessionFrame>
  );
}
