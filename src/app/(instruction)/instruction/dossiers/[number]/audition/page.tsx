import type { Metadata } from "next";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { HearingView } from "@/features/instruction/components/hearing-view";
import { readToday } from "@/features/instruction/queries/decision";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Audition – Dossier ${(await params).number}` };
}

export default async function HearingPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const today = await readToday();
  return (
    <DossierFrame page={page} current="hearing">
      <HearingView page={page} today={today} />
    </DossierFrame>
  );
}
