import type { Metadata } from "next";
import { MinutesView } from "@/features/sittings/components/minutes-view";
import { readMinutes } from "@/features/sittings/queries/minutes";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Procès-verbal" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function MinutesPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const minutes = await orUnavailable(() => readMinutes(actor, id));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Séances", href: routes.sessions() },
          { label: minutes.label, href: routes.session(id) },
        ]}
        current="Procès-verbal"
      />
      <p className="fr-mb-1w">{minutes.label}</p>
      <h1 className="fr-h3">Procès-verbal</h1>
      <MinutesView minutes={minutes} />
    </>
  );
}
