import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DeclineForm } from "@/features/opinions/components/one-act-forms";
import { readMyOpinion } from "@/features/opinions/queries/my-opinions";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Décliner l’avis" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function DeclineOpinionPage({ params }: Props) {
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
        current="Décliner"
      />
      <DossierHeader {...opinion.header} as="p" />
      <h1 className="fr-h3">Décliner l’avis</h1>
      <p>Le dossier ne vous sera plus ouvert, et ce que vous avez écrit ne sera lu de personne.</p>
      <DeclineForm opinion={id} />
    </>
  );
}
