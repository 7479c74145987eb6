import type { Metadata } from "next";
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
  return { title: `Suivi du projet – Dossier ${(await params).number}` };
}

export default async function MinistryReportsPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const followUp = await orUnavailable(() => readFollowUp(actor, "ministry", number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Suivi", href: routes.ministryProjects() },
          { label: `Dossier ${number}`, href: routes.ministryDossier(number) },
        ]}
        current="Suivi du projet"
      />
      <h1>Suivi du projet</h1>
      <p>
        Dossier {number}
        {"\u00A0"}: {followUp.execution.dossier.title}
      </p>
      <ProjectFollowUp
        followUp={followUp}
        reportHref={(period) => routes.ministryReport(number, period)}
      />
    </>
  );
}
