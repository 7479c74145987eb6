import "@/features/related/related.css";
import type { Metadata } from "next";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { RelatedView } from "@/features/related/components/related-view";
import { readRelated } from "@/features/related/queries/related";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Rapprochements – Dossier ${(await params).number}` };
}

export default async function RelatedDossiersPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const related = await orUnavailable(() => readRelated(actor, page.dossier.id));
  return (
    <DossierFrame page={page} current="related">
      <RelatedView related={related} />
    </DossierFrame>
  );
}
