import type { Metadata } from "next";
import { SessionFrame } from "@/features/sittings/components/session-frame";
import { SessionItemView } from "@/features/sittings/components/session-item-view";
import { readSessionItem } from "@/features/sittings/queries/session-item";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ id: string; number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Dossier ${(await params).number} – Séance` };
}

export default async function SessionItemPage({ params }: Props) {
  const [actor, { id, number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readSessionItem(actor, id, number));
  return (
    <SessionFrame session={page.session} current="preparation" title={page.item.title}>
      <SessionItemView page={page} />
    </SessionFrame>
  );
}
