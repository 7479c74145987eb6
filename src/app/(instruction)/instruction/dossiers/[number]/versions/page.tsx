import type { Metadata } from "next";
import { filingVersion } from "@/domain/dossier/filing-words";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { routes } from "@/routes";
import { compareFilings, readFilings } from "@/server/filings";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { ComparedFilings } from "@/ui/compared-filings";

type Parameter = string | string[] | undefined;

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ de?: Parameter; a?: Parameter }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Versions – Dossier ${(await params).number}` };
}

export default async function FilingsPage({ params, searchParams }: Props) {
  const [actor, { number }, { de, a }] = await Promise.all([requireActor(), params, searchParams]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const { id } = page.dossier;
  const filings = await orUnavailable(() => readFilings(id));
  const asked = { before: filingVersion(de), after: filingVersion(a) };
  const compared = await orUnavailable(() => compareFilings(id, filings, asked));
  return (
    <DossierFrame page={page} current="filings">
      <ComparedFilings action={routes.filings(number)} filings={filings} compared={compared} />
    </DossierFrame>
  );
}
