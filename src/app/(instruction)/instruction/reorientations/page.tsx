import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RedirectionsView } from "@/features/redirections/components/redirections-view";
import { isConcerned, readRedirections } from "@/features/redirections/queries/redirections";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Réorientations" };

interface Props {
  searchParams: Promise<{ apres?: string | string[] }>;
}

export default async function RedirectionsPage({ searchParams }: Props) {
  const [actor, { apres }] = await Promise.all([requireActor(), searchParams]);
  if (!isConcerned(actor)) notFound();
  const redirections = await orUnavailable(() => readRedirections(actor, apres));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Dossiers", href: routes.instruction() }]}
        current="Réorientations"
      />
      <h1>Réorientations</h1>
      <RedirectionsView redirections={redirections} />
    </>
  );
}
