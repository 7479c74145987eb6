import type { Metadata } from "next";
import { ProjectFollowUp } from "@/features/follow-up/components/follow-up-view";
import { readFollowUp } from "@/features/follow-up/queries/follow-up";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Comptes rendus – Dossier ${(await params).number}` };
}

export default async function ExaminedReportsPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const followUp = await orUnavailable(() => readFollowUp(actor, "instruction", number));
  return (
    <DossierFrame page={page} current="reports">
      <ProjectFollowUp
        followUp={followUp}
        reportHref={(period) => routes.examinedReport(number, period)}
      />
    </DossierFrame>
  );
}
