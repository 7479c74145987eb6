import type { Metadata } from "next";
import { dossierNumber } from "@/domain/dossier/number";
import { MyDossiersList } from "@/features/dossiers/components/my-dossiers";
import { readMyDossiers } from "@/features/dossiers/queries/my-dossiers";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Mes dossiers" };

interface Props {
  searchParams: Promise<{ apres?: string | string[] }>;
}

export default async function DossiersPage({ searchParams }: Props) {
  const [actor, { apres }] = await Promise.all([requireActor(routes.dossiers()), searchParams]);
  const after = dossierNumber.safeParse(apres).data;
  const page = await orUnavailable(() => readMyDossiers(actor, after));
  return (
    <>
      <PageBreadcrumb current="Mes dossiers" />
      <h1>Mes dossiers</h1>
      <MyDossiersList page={page} isFirst={after === undefined} />
    </>
  );
}
