import type { Metadata } from "next";
import { ProjectsView } from "@/features/follow-up/components/projects-view";
import { readProjectsQuery } from "@/features/follow-up/filters";
import { readProjects } from "@/features/follow-up/queries/projects";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Suivi" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function FollowedProjectsPage({ searchParams }: Props) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const query = readProjectsQuery(params);
  const projects = await orUnavailable(() => readProjects(actor, "ministry", query));
  return (
    <>
      <PageBreadcrumb current="Suivi" />
      <h1>Suivi</h1>
      <ProjectsView as="ministry" query={query} projects={projects} />
    </>
  );
}
