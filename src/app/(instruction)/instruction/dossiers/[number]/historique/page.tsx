import type { Metadata } from "next";
import { AuditTrail } from "@/features/audit/components/audit-trail";
import { readDossierAudit } from "@/features/audit/queries/dossier-audit";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Historique – Dossier ${(await params).number}` };
}

export default async function DossierHistoryPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const [page, audit] = await orUnavailable(() =>
    Promise.all([readDossierPage(actor, number), readDossierAudit(actor, number, "instruction")]),
  );
  return (
    <DossierFrame page={page} current="audit">
      <AuditTrail audit={audit} />
    </DossierFrame>
  );
}
