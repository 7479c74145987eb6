import type { Metadata } from "next";
import { ProjectsList } from "@/features/steering/components/projects-list";
import { readSteeringQuery } from "@/features/steering/filters";
import { readSteeredProjects } from "@/features/steering/queries/projects";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Projets du fonds" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SteeredProjectsPage({ searchParams }: Props) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const query = readSteeringQuery(params);
  const projects = await orUnavailable(() => readSteeredProjects(actor, query));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "COSINUM", href: routes.steering() }]}
        current="Projets du fonds"
      />
      <h1>Projets du fonds</h1>
      <ProjectsList query={query} projects={projects} />
    </>
  );
}
