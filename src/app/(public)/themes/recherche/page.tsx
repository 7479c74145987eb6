import type { Metadata } from "next";
import { Catalogue } from "@/features/catalogue/components/catalogue";
import { readQuery } from "@/features/catalogue/filters";
import { publicCalls } from "@/features/catalogue/queries";
import { type AddressParams, searchParamsOf } from "@/features/catalogue/search-params";
import { routes } from "@/routes";
import { orUnavailable } from "@/server/unavailable";

export const metadata: Metadata = {
  title: "Recherche de thèmes",
  alternates: { canonical: routes.themes() },
  robots: { index: false },
};

interface Props {
  searchParams: Promise<AddressParams>;
}

/** The catalogue as asked in the address `/themes?…`. */
export default async function SearchedThemesPage({ searchParams }: Props) {
  const query = readQuery(searchParamsOf(await searchParams));
  return <Catalogue query={query} all={await orUnavailable(publicCalls)} />;
}
