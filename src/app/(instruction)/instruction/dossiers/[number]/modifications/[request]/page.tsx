import type { Metadata } from "next";
import { answering } from "@/domain/execution/changes";
import { ExaminedChangeView } from "@/features/execution/components/changes-view";
import { readChange } from "@/features/execution/queries/changes";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { executionOfDossier } from "@/server/executions";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string; request: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, request } = await params;
  return { title: `Demande ${request} – Dossier ${number}` };
}

export default async function ExaminedChangePage({ params }: Props) {
  const [actor, { number, request }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const examined = await orUnavailable(async () =>
    readChange(await executionOfDossier(page.dossier.id), request, page.now),
  );
  const { change } = examined;
  return (
    <DossierFrame
      page={page}
      current="project"
      title={`Demande ${change.number}\u00A0: ${change.label.toLowerCase()}`}
    >
      <ExaminedChangeView
        number={number}
        examined={examined}
        mayAnswer={page.may(answering(change.kind))}
      />
    </DossierFrame>
  );
}
