import "@/features/portfolio/portfolio.css";
import type { Metadata } from "next";
import { SynthesisView } from "@/features/portfolio/components/synthesis-view";
import { readPortfolioQuery } from "@/features/portfolio/filters";
import { readSynthesis } from "@/features/portfolio/queries/synthesis";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Synthèse du ministère" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SynthesisPage({ searchParams }: Props) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const { ministryId } = readPortfolioQuery(params);
  const synthesis = await orUnavailable(() => readSynthesis(actor, ministryId));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Portefeuille", href: routes.ministry() }]}
        current="Synthèse du ministère"
      />
      <h1>Synthèse du ministère</h1>
      <SynthesisView synthesis={synthesis} ministryId={ministryId} />
    </>
  );
}
