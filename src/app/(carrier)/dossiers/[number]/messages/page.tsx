import "@/features/exchanges/exchanges.css";
import type { Metadata } from "next";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { openThread } from "@/features/exchanges/commands/open-thread";
import { TeamThread } from "@/features/exchanges/components/thread-views";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ apres?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Messages – Dossier ${(await params).number}` };
}

export default async function MessagesPage({ params, searchParams }: Props) {
  const [{ number }, { apres }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(routes.messages(number));
  const after = typeof apres === "string" ? apres : undefined;
  const thread = await orUnavailable(() => openThread(actor, "carrier", number, after));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Messages"
      />
      <DossierHead actor={actor} number={number} />
      <h1 className="fr-h2">Messages avec l’instruction</h1>
      <TeamThread thread={thread} isFirst={after === undefined} />
    </>
  );
}
