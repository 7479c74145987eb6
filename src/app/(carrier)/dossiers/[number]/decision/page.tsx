import type { Metadata } from "next";
import { DecisionLetters } from "@/features/dossiers/components/decision-letter";
import { readDecisions } from "@/features/dossiers/queries/decisions";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ lettre?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Décision – Dossier ${(await params).number}` };
}

export default async function DecisionPage({ params, searchParams }: Props) {
  const [{ number }, { lettre }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(routes.decision(number));
  const wanted = lettre === undefined ? undefined : String(lettre);
  const decisions = await orUnavailable(() => readDecisions(actor, number, wanted));
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
      <DecisionLetters {...decisions} />
    </>
  );
}
