import type { Metadata } from "next";
import { AuditTrail } from "@/features/audit/components/audit-trail";
import { readDossierAudit } from "@/features/audit/queries/dossier-audit";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Historique – Dossier ${(await params).number}` };
}

export default async function DossierHistoryPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const audit = await orUnavailable(() => readDossierAudit(actor, number, "instruction"));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Dossiers", href: routes.instruction() },
          { label: `Dossier ${number}`, href: routes.instructionDossier(number) },
        ]}
        current="Historique"
      />
      <DossierHeader {...audit.header} />
      <h2>Historique</h2>
      <AuditTrail audit={audit} />
    </>
  );
}
