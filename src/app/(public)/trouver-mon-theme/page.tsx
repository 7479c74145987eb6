import type { Metadata } from "next";
import { FinderPage } from "@/features/catalogue/finder/finder-page";
import { readAnswers } from "@/features/catalogue/finder/read-answers";
import { publicCalls } from "@/features/catalogue/queries";
import { type AddressParams, searchParamsOf } from "@/features/catalogue/search-params";
import { routes } from "@/routes";
import { service } from "@/server/service";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  searchParams: Promise<AddressParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { answers, errors } = readAnswers(searchParamsOf(await searchParams));
  const title = answers ? "Thèmes comparés – Trouver mon thème" : "Trouver mon thème";
  return {
    title: errors.length > 0 ? `Erreur\u00A0: ${title}` : title,
    alternates: { canonical: routes.finder() },
    ...(answers && { robots: { index: false } }),
  };
}

export default async function FindThemePage({ searchParams }: Props) {
  const params = searchParamsOf(await searchParams);
  const all = await orUnavailable(publicCalls);
  return <FinderPage params={params} all={all} contact={service().contactEmail} />;
}
