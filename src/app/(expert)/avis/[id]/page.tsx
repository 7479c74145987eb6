import type { Metadata } from "next";
import { MyOpinionView } from "@/features/opinions/components/expert-views";
import { readMyOpinion } from "@/features/opinions/queries/my-opinions";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Mon avis" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function MyOpinionPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const opinion = await orUnavailable(() => readMyOpinion(actor, id));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Mes avis", href: routes.myOpinions() }]}
        current={`Avis sur le dossier ${opinion.header.number}`}
      />
      <MyOpinionView opinion={opinion} agentId={actor.agentId} />
    </>
  );
}
