import type { Metadata } from "next";
import { JuriesView } from "@/features/jurors/components/juries-view";
import { readJuries } from "@/features/jurors/queries/jury";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Jurys" };

export default async function JuriesPage() {
  const actor = await requireActor();
  const juries = await orUnavailable(() => readJuries(actor));
  return (
    <>
      <PageBreadcrumb current="Jurys" />
      <h1>Jurys</h1>
      <JuriesView juries={juries} />
    </>
  );
}
