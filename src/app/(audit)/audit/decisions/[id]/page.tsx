import type { Metadata } from "next";
import { consultDecision } from "@/features/audit/commands/consult-decision";
import { DecisionEvidenceView } from "@/features/audit/components/decision-evidence";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Dossier de preuves" };

interface Props {
  params: Promise<{ id: string }>;
}

/** Each view of this page is one line of the general chain: its reading is the command that writes it. */
export default async function EvidencePage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const evidence = await orUnavailable(() => consultDecision(actor, id, "evidence-read"));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Recherche", href: routes.auditSearch() },
          {
            label: `Journal du dossier ${evidence.number}`,
            href: routes.auditDossier(evidence.number),
          },
        ]}
        current="Dossier de preuves"
      />
      <h1>Dossier de preuves</h1>
      <p>Votre consultation est inscrite au journal.</p>
      <DecisionEvidenceView evidence={evidence} />
    </>
  );
}
