import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { DuplicationView } from "@/features/dossiers/components/duplication";
import { readDuplication } from "@/features/dossiers/queries/duplication";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ theme?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Dupliquer – Dossier ${(await params).number}` };
}

export default async function DuplicationPage({ params, searchParams }: Props) {
  const [{ number }, { theme }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(routes.duplication(number));
  const slug = typeof theme === "string" ? theme : undefined;
  const duplication = await orUnavailable(() => readDuplication(actor, number, slug));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Dupliquer"
      />
      <DossierHead actor={actor} number={number} />
      <h1 className="fr-h2">Dupliquer le dossier {number}</h1>
      <DuplicationView duplication={duplication} id={randomUUID()} />
    </>
  );
}
