import type { Metadata } from "next";
import { addDays } from "@/domain/calendar";
import { UNDECIDED } from "@/domain/dossier/statuses";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readToday } from "@/features/instruction/queries/decision";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { InstructionViewsSection } from "@/features/opinions/components/instruction-views";
import { OpinionsView } from "@/features/opinions/components/opinions-view";
import { readDossierOpinions } from "@/features/opinions/queries/dossier-opinions";
import { readInstructionViews } from "@/features/opinions/queries/instruction-views";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Avis – Dossier ${(await params).number}` };
}

export default async function OpinionsPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const [views, opinions, today] = await Promise.all([
    readInstructionViews(actor, page.dossier),
    readDossierOpinions(actor, page.dossier.id),
    readToday(),
  ]);
  return (
    <DossierFrame page={page} current="opinions">
      {views && <InstructionViewsSection number={number} views={views} />}
      <OpinionsView
        number={number}
        opinions={opinions}
        mayRequest={page.may("request-opinion") && UNDECIDED.includes(page.dossier.status)}
        earliest={addDays(today, 1)}
      />
    </DossierFrame>
  );
}
