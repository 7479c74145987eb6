import type { Metadata } from "next";
import { consultProject } from "@/features/execution/commands/consult-project";
import { ProjectLifeView } from "@/features/execution/components/project-life";
import { ProjectFollowUp } from "@/features/follow-up/components/follow-up-view";
import { readFollowUp } from "@/features/follow-up/queries/follow-up";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Vie du projet – Dossier ${(await params).number}` };
}

/** Each view of this page is one line of the general chain: its reading is the command that writes it. */
export default async function AuditedProjectPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const life = await orUnavailable(() => consultProject(actor, number));
  const followUp = await orUnavailable(() => readFollowUp(actor, "auditor", number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Recherche", href: routes.auditSearch() },
          { label: `Journal du dossier ${number}`, href: routes.auditDossier(number) },
        ]}
        current="Vie du projet"
      />
      <h1>Vie du projet</h1>
      <p>
        Dossier {number}
        {"\u00A0"}: {life.project.execution.dossier.title}. Votre consultation est inscrite au
        journal.
      </p>
      <ProjectLifeView
        life={life}
        links={[{ label: "Mouvements de crédits", href: routes.creditDossier(number) }]}
      >
        <ProjectFollowUp
          followUp={followUp}
          reportHref={(period) => routes.auditReport(number, period)}
        />
      </ProjectLifeView>
    </>
  );
}
