import type { Metadata } from "next";
import { ProjectLifeView } from "@/features/execution/components/project-life";
import { readLife } from "@/features/execution/queries/life";
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

export default async function MinistryProjectPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const life = await orUnavailable(() => readLife(actor, "ministry", number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Portefeuille", href: routes.ministry() },
          { label: `Dossier ${number}`, href: routes.ministryDossier(number) },
        ]}
        current="Vie du projet"
      />
      <h1>Vie du projet</h1>
      <p>
        Dossier {number}
        {"\u00A0"}: {life.project.execution.dossier.title}
      </p>
      <ProjectLifeView
        life={life}
        links={[
          { label: "Comptes rendus et engagements", href: routes.ministryReports(number) },
          { label: "Mouvements de crédits", href: routes.creditDossier(number) },
        ]}
      />
    </>
  );
}
