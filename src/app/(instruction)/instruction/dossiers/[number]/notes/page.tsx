import "@/features/exchanges/exchanges.css";
import type { Metadata } from "next";
import { NotesView } from "@/features/exchanges/components/notes-view";
import { readNotes } from "@/features/exchanges/queries/notes";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ apres?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Notes internes – Dossier ${(await params).number}` };
}

export default async function InternalNotesPage({ params, searchParams }: Props) {
  const [actor, { number }, { apres }] = await Promise.all([requireActor(), params, searchParams]);
  const after = typeof apres === "string" ? apres : undefined;
  const notes = await orUnavailable(() => readNotes(actor, number, after));
  const page = await orUnavailable(() => readDossierPage(actor, number));
  return (
    <DossierFrame page={page} current="notes">
      <NotesView page={notes} isFirst={after === undefined} />
    </DossierFrame>
  );
}
