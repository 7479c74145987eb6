import type { Metadata } from "next";
import { MyOpinionsView } from "@/features/opinions/components/expert-views";
import { readMyOpinions } from "@/features/opinions/queries/my-opinions";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Mes avis" };

export default async function MyOpinionsPage() {
  const actor = await requireActor();
  const opinions = await orUnavailable(() => readMyOpinions(actor));
  return (
    <>
      <PageBreadcrumb current="Mes avis" />
      <h1>Mes avis</h1>
      <MyOpinionsView opinions={opinions} />
    </>
  );
}
