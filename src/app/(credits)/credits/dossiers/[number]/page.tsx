import type { Metadata } from "next";
import { CreditedDossierView } from "@/features/credits/components/dossier-view";
import { readCreditedDossier } from "@/features/credits/queries/dossier";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Crédits du dossier ${(await params).number}` };
}

export default async function CreditedDossierPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const dossier = await orUnavailable(() => readCreditedDossier(actor, number));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Crédits", href: routes.credits() }]}
        current={`Dossier ${number}`}
      />
      <CreditedDossierView dossier={dossier} />
    </>
  );
}
