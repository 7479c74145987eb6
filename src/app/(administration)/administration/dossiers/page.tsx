import type { Metadata } from "next";
import { DossierAccessView } from "@/features/administration/dossier-access/dossier-access";
import { readDossierAccess } from "@/features/administration/dossier-access/read-access";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Accès aux dossiers" };

interface Props {
  searchParams: Promise<{ numero?: string | string[] }>;
}

export default async function DossierAccessPage({ searchParams }: Props) {
  const [actor, { numero }] = await Promise.all([requireActor(), searchParams]);
  const search = typeof numero === "string" ? numero.trim().slice(0, 20) : "";
  const access = await orUnavailable(() => readDossierAccess(actor, search));
  return (
    <>
      <PageBreadcrumb current="Accès aux dossiers" />
      <h1>Accès aux dossiers</h1>
      <DossierAccessView search={search} access={access} />
    </>
  );
}
