import type { Metadata } from "next";
import { CarrierAppeal } from "@/features/appeals/components/carrier-appeal";
import { readCarrierAppeals } from "@/features/appeals/queries/appeals";
import { routes } from "@/routes";
import { portalNow } from "@/server/clock";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Recours – Dossier ${(await params).number}` };
}

export default async function AppealPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.appeal(number));
  const found = await orUnavailable(async () =>
    readCarrierAppeals(actor, number, await portalNow()),
  );
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Recours"
      />
      <h1>Recours</h1>
      <p>
        Dossier {number}, {found.title}
      </p>
      <CarrierAppeal number={number} {...found} />
    </>
  );
}
