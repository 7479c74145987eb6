import type { Metadata } from "next";
import { CallList } from "@/features/administration/openings/call-list";
import { readCalls } from "@/features/administration/openings/queries";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Ouvertures" };

export default async function CallsPage() {
  const actor = await requireActor();
  const calls = await orUnavailable(() => readCalls(actor));
  return (
    <>
      <PageBreadcrumb current="Ouvertures" />
      <h1>Ouvertures</h1>
      <CallList calls={calls} />
    </>
  );
}
