import type { Metadata } from "next";
import { CallView } from "@/features/administration/openings/call-view";
import { readCall } from "@/features/administration/openings/queries";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Ouverture" };

interface Props {
  params: Promise<{ call: string }>;
}

export default async function CallPage({ params }: Props) {
  const [actor, { call: id }] = await Promise.all([requireActor(), params]);
  const call = await orUnavailable(() => readCall(actor, id));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Ouvertures", href: routes.administrationCalls() }]}
        current={call.label}
      />
      <h1>{call.label}</h1>
      <CallView call={call} />
    </>
  );
}
