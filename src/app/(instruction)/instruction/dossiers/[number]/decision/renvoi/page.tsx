import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { SendBackForm } from "@/features/instruction/components/reason-forms";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Renvoyer la décision – Dossier ${(await params).number}` };
}

export default async function SendBackPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const { decision } = page;
  if (decision?.status !== "proposed" || decision.proposedById === actor.agentId) notFound();
  if (!page.may("confirm-decision")) notFound();
  return (
    <DossierFrame page={page} current="decision" title="Renvoyer la décision">
      <p>La proposition sera close. La personne qui l’a faite pourra en proposer une autre.</p>
      <SendBackForm number={number} decision={decision.id} />
    </DossierFrame>
  );
}
