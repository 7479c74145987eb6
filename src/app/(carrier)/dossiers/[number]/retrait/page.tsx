import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Abandonment } from "@/features/dossiers/components/abandonment";
import { Withdrawal } from "@/features/dossiers/components/withdrawal";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Retrait – Dossier ${(await params).number}` };
}

export default async function WithdrawalPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.withdrawal(number));
  const dossier = await orUnavailable(() => openDossier(actor, number));
  if (!dossier.may("lead")) notFound();
  const isDraft = dossier.status === "draft";
  const title = isDraft ? "Abandonner le brouillon" : "Retirer le dossier";
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current={title}
      />
      <DossierHeader {...dossier.header} as="p" />
      <h1 className="fr-h2">{title}</h1>
      {isDraft ? (
        <Abandonment number={number} />
      ) : (
        <Withdrawal number={number} status={dossier.status} />
      )}
    </>
  );
}
