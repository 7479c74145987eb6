import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuditSearch } from "@/features/audit/components/audit-search";
import { findAuditable, ownConsultations } from "@/features/audit/queries/audit-search";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  searchParams: Promise<{ numero?: string | string[] }>;
}

const numberOf = (numero: string | string[] | undefined) => ([numero].flat()[0] ?? "").trim();

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const asked = (await searchParams).numero !== undefined;
  return { title: `${asked ? "Erreur\u00A0: " : ""}Recherche` };
}

export default async function AuditPage({ searchParams }: Props) {
  const [actor, { numero }] = await Promise.all([requireActor(), searchParams]);
  const number = numberOf(numero);
  const found = await orUnavailable(() => findAuditable(actor, number));
  if (found) redirect(routes.auditDossier(number));
  const consultations = await orUnavailable(() => ownConsultations(actor));
  return (
    <>
      <PageBreadcrumb current="Recherche" />
      <h1>Recherche</h1>
      <AuditSearch
        unknown={numero === undefined ? null : number.slice(0, 20)}
        consultations={consultations}
      />
    </>
  );
}
