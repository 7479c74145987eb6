import type { Metadata } from "next";
import { VisaListView } from "@/features/visas/components/visa-list-view";
import { readVisaQuery } from "@/features/visas/filters";
import { listVisas } from "@/features/visas/queries/visa-list";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { AppLink } from "@/ui/app-link";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Visas" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function VisasPage({ searchParams }: Props) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const query = readVisaQuery(params);
  const list = await orUnavailable(() => listVisas(actor, query));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Portefeuille", href: routes.ministry() }]}
        current="Visas"
      />
      <h1>Visas</h1>
      <p>
        <AppLink href={routes.ministryOrganisations()}>Régler le délai de réponse</AppLink>
      </p>
      <VisaListView query={query} list={list} />
    </>
  );
}
