import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OpinionLink } from "@/features/opinions/components/expert-views";
import { readOpinionLink } from "@/features/opinions/queries/my-opinions";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Demande d’avis", referrer: "no-referrer" };

interface Props {
  params: Promise<{ token: string }>;
}

export default async function OpinionLinkPage({ params }: Props) {
  const { token } = await params;
  const actor = await requireActor(routes.opinionLink(token));
  const view = await orUnavailable(() => readOpinionLink(actor, token));
  if (view.state === "mine") redirect(routes.opinion(view.id));
  return (
    <>
      <PageBreadcrumb current="Demande d’avis" />
      <h1>Donner un avis d’expert</h1>
      <OpinionLink view={view} token={token} />
    </>
  );
}
