import type { Metadata } from "next";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { OpinionRequestView } from "@/features/opinions/components/opinions-view";
import { readOpinionRequest } from "@/features/opinions/queries/dossier-opinions";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string; opinion: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Demande d’avis – Dossier ${(await params).number}` };
}

export default async function OpinionRequestPage({ params }: Props) {
  const [actor, { number, opinion: id }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const request = await orUnavailable(() => readOpinionRequest(actor, page.dossier.id, id));
  return (
    <DossierFrame page={page} current="opinions" title="Demande d’avis">
      <OpinionRequestView number={number} {...request} mayRequest={page.may("request-opinion")} />
    </DossierFrame>
  );
}
