import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { complementSentence } from "@/domain/dossier/complements";
import { CloseForm } from "@/features/complements/components/close-form";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

const TITLE = "Reprendre sans attendre les compléments";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${TITLE} – Dossier ${(await params).number}` };
}

export default async function ComplementClosingPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  if (!page.may("request-complement")) notFound();
  const { dueAt } = page.complements;
  if (dueAt === null) redirect(routes.complementRequests(number));
  return (
    <DossierFrame page={page} current="complements" title={TITLE}>
      <p>{complementSentence({ status: "open", dueAt, endedAt: null }, page.now, "instruction")}</p>
      <p>
        L’examen reprendra sur le dossier tel qu’il a été déposé. Ce que le porteur a écrit depuis
        n’est pas envoyé{"\u00A0"}: il le garde dans son historique, et il est prévenu.
      </p>
      <CloseForm number={number} />
    </DossierFrame>
  );
}
