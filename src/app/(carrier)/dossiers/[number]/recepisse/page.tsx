import type { Metadata } from "next";
import { filingVersion } from "@/domain/dossier/filing-words";
import { Receipt } from "@/features/dossiers/components/receipt";
import { readFiledDossier } from "@/features/dossiers/queries/filed-dossier";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ depot?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Récépissé – Dossier ${(await params).number}` };
}

export default async function ReceiptPage({ params, searchParams }: Props) {
  const [{ number }, { depot }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(routes.receipt(number));
  const filed = await orUnavailable(() => readFiledDossier(actor, number, filingVersion(depot)));
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
