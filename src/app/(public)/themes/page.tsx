import type { Metadata } from "next";
import { Catalogue } from "@/features/catalogue/components/catalogue";
import { readQuery } from "@/features/catalogue/filters";
import { publicCalls } from "@/features/catalogue/queries";

export const metadata: Metadata = {
  title: "Thèmes",
  description:
    "Les 17 thèmes des fonds numériques de France Relance : ce qu’ils financent, à quel taux, pour qui et jusqu’à quand.",
};

/** The whole catalogue, prerendered. With a query, proxy.ts leads to `recherche`, rendered for one request. */
export default async function ThemesPage() {
  return <Catalogue query={readQuery(new URLSearchParams())} all={await publicCalls()} />;
}
