import type { Metadata } from "next";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { NotesView } from "@/features/instruction/components/notes-view";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readNotes } from "@/features/instruction/queries/notes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Notes – Dossier ${(await params).number}` };
}

export default async function ScoresPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const { id, theme } = page.dossier;
  const notes = await readNotes(actor, id, theme.criteria);
  return (
    <DossierFrame page={page} current="notes">
      <NotesView criteria={theme.criteria} {...notes} />
    </DossierFrame>
  );
}
