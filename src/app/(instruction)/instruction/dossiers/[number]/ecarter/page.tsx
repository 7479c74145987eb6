import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pathContext, refusal } from "@/domain/dossier/transitions";
import { setAsideMotives } from "@/domain/evaluation/admissibility";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { SetAsideForm } from "@/features/instruction/components/set-aside-form";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Écarter – Dossier ${(await params).number}` };
}

export default async function SetAsidePage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const { status, theme } = page.dossier;
  const redirectionPending = page.redirection.asked !== null;
  const context = { ...pathContext(theme.selection), redirectionPending };
  const isOpen = refusal("setAside", status, context) === null;
  if (!isOpen || !page.may("assess-admissibility")) notFound();
  return (
    <DossierFrame page={page} current="admissibility" title="Écarter le dossier">
      <p>
        Le porteur recevra un courriel et lira votre explication. Le dossier ne sera pas examiné par
        le jury{"\u202F"}; ses réponses sont conservées.
      </p>
      <SetAsideForm number={number} motives={setAsideMotives(status)} />
    </DossierFrame>
  );
}
