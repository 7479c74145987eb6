import "@/features/exchanges/exchanges.css";
import type { Metadata } from "next";
import { openThread } from "@/features/exchanges/commands/open-thread";
import { CarrierThread } from "@/features/exchanges/components/thread-views";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ apres?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Messages avec le porteur – Dossier ${(await params).number}` };
}

export default async function CarrierMessagesPage({ params, searchParams }: Props) {
  const [actor, { number }, { apres }] = await Promise.all([requireActor(), params, searchParams]);
  const after = typeof apres === "string" ? apres : undefined;
  const thread = await orUnavailable(() => openThread(actor, "instruction", number, after));
  const page = await orUnavailable(() => readDossierPage(actor, number));
  return (
    <DossierFrame page={page} current="messages">
      <CarrierThread thread={thread} isFirst={after === undefined} />
    </DossierFrame>
  );
}
