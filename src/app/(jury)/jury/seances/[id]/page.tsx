import type { Metadata } from "next";
import { SessionView } from "@/features/sittings/components/sessions";
import { readSession } from "@/features/sittings/queries/sessions";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Séance" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function SessionPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const session = await orUnavailable(() => readSession(actor, id));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Séances", href: routes.sessions() }]}
        current={session.label}
      />
      <h1>{session.label}</h1>
      <SessionView session={session} />
    </>
  );
}
