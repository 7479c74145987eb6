import type { Metadata } from "next";
import { SteeringView } from "@/features/steering/components/steering-view";
import { readSteeringQuery } from "@/features/steering/filters";
import { readSteering } from "@/features/steering/queries/steering";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "COSINUM" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SteeringPage({ searchParams }: Props) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const steering = await orUnavailable(() => readSteering(actor, readSteeringQuery(params)));
  return (
    <>
      <PageBreadcrumb current="COSINUM" />
      <h1>COSINUM</h1>
      <SteeringView steering={steering} />
    </>
  );
}
