import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { themesHeld } from "@/domain/rights/actor";
import { DossierListView } from "@/features/instruction/components/dossier-list";
import { parseFilters } from "@/features/instruction/list-filters";
import { INSTRUCTION_ROLES, listDossiers } from "@/features/instruction/queries/list";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Dossiers" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function InstructionPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requireActor(), searchParams]);
  if (themesHeld(actor, INSTRUCTION_ROLES).length === 0) notFound();
  const filters = parseFilters(query);
  const list = await orUnavailable(() => listDossiers(actor, filters));
  return (
    <>
      <PageBreadcrumb current="Dossiers" />
      <h1>Dossiers</h1>
      <DossierListView list={list} filters={filters} />
    </>
  );
}
