import type { Metadata } from "next";
import { CreditsView } from "@/features/credits/components/credits-view";
import { readCredits } from "@/features/credits/queries/credits";
import { readCreditsQuery } from "@/features/credits/query";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Crédits" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CreditsPage({ searchParams }: Props) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const query = readCreditsQuery(params);
  const page = await orUnavailable(() => readCredits(actor, query));
  return (
    <>
      <PageBreadcrumb current="Crédits" />
      <h1>Crédits</h1>
      <CreditsView page={page} query={query} />
    </>
  );
}
