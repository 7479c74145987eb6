import "@/features/team/team.css";
import type { Metadata } from "next";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { CoCarriersView } from "@/features/team/components/co-carriers-view";
import { searchCoCarriers } from "@/features/team/queries/co-carriers";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ nom?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Associer un co-porteur – Dossier ${(await params).number}` };
}

export default async function CoCarriersPage({ params, searchParams }: Props) {
  const [{ number }, { nom }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(routes.coCarriers(number));
  const search = typeof nom === "string" ? nom.slice(0, 120) : "";
  const { found, isCut } = await orUnavailable(() => searchCoCarriers(actor, number, search));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: `Dossier ${number}`, href: routes.dossier(number) },
          { label: "Équipe", href: routes.team(number) },
        ]}
        current="Associer un co-porteur"
      />
      <DossierHead actor={actor} number={number} />
      <h1 className="fr-h2">Associer un co-porteur</h1>
      <CoCarriersView number={number} search={search} found={found} isCut={isCut} />
    </>
  );
}
