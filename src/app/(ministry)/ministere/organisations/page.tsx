import type { Metadata } from "next";
import { ServedMinistries } from "@/features/visas/components/served-ministries";
import { readServedMinistries } from "@/features/visas/queries/ministries";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Organisations et délai de réponse" };

export default async function OrganisationsPage() {
  const actor = await requireActor();
  const ministries = await orUnavailable(() => readServedMinistries(actor));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Portefeuille", href: routes.ministry() },
          { label: "Visas", href: routes.visas() },
        ]}
        current="Organisations et délai de réponse"
      />
      <h1>Organisations et délai de réponse</h1>
      <p className="fr-text--lead">
        Passé ce délai, votre silence sur un dossier dont le porteur vous informe vaut «{"\u00A0"}
        Informé{"\u00A0"}». Un nouveau délai vaut pour les dossiers présentés ensuite.
      </p>
      <ServedMinistries ministries={ministries} />
    </>
  );
}
