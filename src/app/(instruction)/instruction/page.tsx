import "@/features/work-list/work-list.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { themesHeld } from "@/domain/rights/actor";
import { WorkListView } from "@/features/work-list/components/work-list-view";
import { parseFilters } from "@/features/work-list/filters";
import { readWorkList } from "@/features/work-list/queries/list";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { INSTRUCTION } from "@/server/visibility";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Dossiers" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function InstructionPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requireActor(), searchParams]);
  if (themesHeld(actor, INSTRUCTION).length === 0) notFound();
  const filters = parseFilters(query);
  const list = await orUnavailable(() => readWorkList(actor, filters));
  return (
    <>
      <PageBreadcrumb current="Dossiers" />
      <h1>Dossiers</h1>
      <WorkListView list={list} filters={filters} />
    </>
  );
}
