import type { Metadata } from "next";
import { themesSteered } from "@/domain/rights/steering";
import { ProjectsView } from "@/features/follow-up/components/projects-view";
import { readProjectsQuery } from "@/features/follow-up/filters";
import { readProjects } from "@/features/follow-up/queries/projects";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { AppLink } from "@/ui/app-link";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Suivi" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function FollowedProjectsPage({ searchParams }: Props) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const query = readProjectsQuery(params);
  const projects = await orUnavailable(() => readProjects(actor, "instruction", query));
  return (
    <>
      <PageBreadcrumb current="Suivi" />
      <h1>Suivi</h1>
      {themesSteered(actor).length > 0 && (
        <p>
          <AppLink className="fr-link" href={routes.ownThemes()}>
            Voir l’enveloppe, les délais et la dérive de mes thèmes
          </AppLink>
        </p>
      )}
      <ProjectsView as="instruction" query={query} projects={projects} />
    </>
  );
}
