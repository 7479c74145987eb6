import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { MissingList } from "@/features/dossiers/components/missing-list";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Ce qui manque – Dossier ${(await params).number}` };
}

export default async function MissingPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.missing(number));
  const dossier = await orUnavailable(() => openDossier(actor, number));
  if (dossier.state.editing.act === null) redirect(routes.dossier(number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Ce qui manque"
      />
      <DossierHeader {...dossier.header} as="p" />
      <h1 className="fr-h2">Ce qui manque</h1>
      <MissingList dossier={dossier} />
    </>
  );
}
