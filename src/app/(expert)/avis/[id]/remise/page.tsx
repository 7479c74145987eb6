import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { HandInView } from "@/features/opinions/components/expert-views";
import { missingInOpinion } from "@/features/opinions/missing";
import { readMyOpinion } from "@/features/opinions/queries/my-opinions";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Remettre mon avis" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function HandInOpinionPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const opinion = await orUnavailable(() => readMyOpinion(actor, id));
  if (opinion.givenAt) redirect(routes.opinion(id));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes avis", href: routes.myOpinions() },
          { label: `Avis sur le dossier ${opinion.header.number}`, href: routes.opinion(id) },
        ]}
        current="Remettre mon avis"
      />
      <HandInView opinion={opinion} missing={missingInOpinion(opinion)} />
    </>
  );
}
