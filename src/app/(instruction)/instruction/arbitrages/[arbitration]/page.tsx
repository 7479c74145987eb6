import type { Metadata } from "next";
import { ArbitrationList } from "@/features/instruction/components/arbitration-list";
import { readArbitration } from "@/features/instruction/queries/arbitration";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Liste à arbitrer" };

interface Props {
  params: Promise<{ arbitration: string }>;
}

export default async function ArbitrationPage({ params }: Props) {
  const [actor, { arbitration: list }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readArbitration(actor, list));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Arbitrages", href: routes.arbitrations() }]}
        current={page.label}
      />
      <h1>{page.label}</h1>
      <ArbitrationList {...page} />
    </>
  );
}
