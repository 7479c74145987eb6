import type { Metadata } from "next";
import { UnitView } from "@/features/credits/components/unit-view";
import { readUnit } from "@/features/credits/queries/unit";
import { readPlace } from "@/features/credits/query";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Unité" };

interface Props {
  params: Promise<{ unit: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function UnitPage({ params, searchParams }: Props) {
  const [actor, { unit: id }, query] = await Promise.all([requireActor(), params, searchParams]);
  const unit = await orUnavailable(() => readUnit(actor, id, readPlace(query)));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Crédits", href: routes.credits() }]}
        current={`Unité ${unit.code}`}
      />
      <h1>Unité {unit.code}</h1>
      <UnitView unit={unit} />
    </>
  );
}
