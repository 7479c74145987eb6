import type { Metadata } from "next";
import { BULK_WORDS, LIST } from "@/features/work-list/bulk";
import { BulkOutcomeView } from "@/features/work-list/components/bulk-view";
import { readBulkOutcome } from "@/features/work-list/queries/bulk";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Résultat de l’action" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function BulkOutcomePage({ params, searchParams }: Props) {
  const [actor, { id }, query] = await Promise.all([requireActor(), params, searchParams]);
  const outcome = await orUnavailable(() => readBulkOutcome(actor, id));
  const title = `${BULK_WORDS[outcome.act].label}\u00A0: résultat`;
  return (
    <>
      <PageBreadcrumb trail={[{ label: "Dossiers", href: routes.instruction() }]} current={title} />
      <h1>{title}</h1>
      <BulkOutcomeView outcome={outcome} list={String(query[LIST] ?? "")} />
    </>
  );
}
