import type { Metadata } from "next";
import { Receipt } from "@/features/dossiers/components/receipt";
import { readFiledDossier } from "@/features/dossiers/queries/filed-dossier";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Récépissé – Dossier ${(await params).number}` };
}

export default async function ReceiptPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.receipt(number));
  const filed = await orUnavailable(() => readFiledDossier(actor, number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Récépissé"
      />
      <h1>Récépissé</h1>
      <Receipt filed={filed} />
    </>
  );
}
