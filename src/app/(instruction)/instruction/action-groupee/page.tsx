import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { themesHeld } from "@/domain/rights/actor";
import { ACT, BULK_WORDS, DOSSIER, LIST } from "@/features/work-list/bulk";
import { BulkView } from "@/features/work-list/components/bulk-view";
import { bulkActsOf, readSelection } from "@/features/work-list/queries/bulk";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { INSTRUCTION } from "@/server/visibility";
import { EmptyState } from "@/ui/empty-state";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Action sur plusieurs dossiers" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function BulkActPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requireActor(), searchParams]);
  if (themesHeld(actor, INSTRUCTION).length === 0) notFound();
  const act = bulkActsOf(actor).find((each) => BULK_WORDS[each].slug === query[ACT]);
  const numbers = [query[DOSSIER] ?? []].flat();
  const selection = act && (await orUnavailable(() => readSelection(actor, act, numbers)));
  const title = act ? BULK_WORDS[act].label : "Action sur plusieurs dossiers";
  return (
    <>
      <PageBreadcrumb trail={[{ label: "Dossiers", href: routes.instruction() }]} current={title} />
      <h1>{title}</h1>
      {act && selection ? (
        <BulkView
          act={act}
          selection={selection}
          formKey={randomUUID()}
          list={String(query[LIST] ?? "")}
        />
      ) : (
        <EmptyState action={{ label: "Voir les dossiers", href: routes.instruction() }}>
          Aucune action n’est choisie. Cochez des dossiers dans la liste, puis choisissez une
          action.
        </EmptyState>
      )}
    </>
  );
}
