import type { Metadata } from "next";
import { InterestsView } from "@/features/jurors/components/interests-view";
import { readMyInterests } from "@/features/jurors/queries/my-interests";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Mes intérêts" };

export default async function InterestsPage() {
  const actor = await requireActor();
  const interests = await orUnavailable(() => readMyInterests(actor));
  return (
    <>
      <PageBreadcrumb current="Mes intérêts" />
      <h1>Mes intérêts</h1>
      <InterestsView interests={interests} />
    </>
  );
}
