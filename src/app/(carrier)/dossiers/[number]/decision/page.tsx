import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DecisionLetter } from "@/features/dossiers/components/decision-letter";
import { letterData } from "@/features/dossiers/paper";
import { readFiledDossier } from "@/features/dossiers/queries/filed-dossier";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Décision – Dossier ${(await params).number}` };
}

export default async function DecisionPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.decision(number));
  const filed = await orUnavailable(() => readFiledDossier(actor, number));
  if (!filed.decision) notFound();
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Décision"
      />
      <h1>Décision</h1>
      <DecisionLetter letter={letterData(filed, filed.decision)} />
    </>
  );
}
