import type { Metadata } from "next";
import { consultDossierAudit } from "@/features/audit/commands/consult";
import { AuditTrail } from "@/features/audit/components/audit-trail";
import { DecisionLinks } from "@/features/audit/components/decision-links";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { AppLink } from "@/ui/app-link";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Journal du dossier ${(await params).number}` };
}

/** Each view of this page is one line of the general chain: its reading is the command that writes it. */
export default async function AuditedDossierPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const audit = await orUnavailable(() => consultDossierAudit(actor, number));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Recherche", href: routes.auditSearch() }]}
        current={`Journal du dossier ${number}`}
      />
      <DossierHeader {...audit.header} />
      <p>Votre consultation est inscrite au journal.</p>
      {audit.followed && (
        <p>
          <AppLink href={routes.auditProject(number)}>Voir la vie du projet</AppLink>
        </p>
      )}
      <DecisionLinks decisions={audit.decisions} />
      <h2>Journal du dossier</h2>
      <AuditTrail audit={audit} />
    </>
  );
}
