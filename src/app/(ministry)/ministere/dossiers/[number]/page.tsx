import "@/features/credits/credits.css";
import type { Metadata } from "next";
import { CreditsSummary } from "@/features/credits/components/credits-summary";
import { readCreditsSummary } from "@/features/credits/queries/dossier";
import { nextStep } from "@/features/dossiers/next-step";
import { MinistryDossierView } from "@/features/portfolio/components/ministry-dossier";
import { readMinistryDossier } from "@/features/portfolio/queries/ministry-dossier";
import { VisaLine } from "@/features/visas/components/visa-line";
import { readVisaStatus } from "@/features/visas/queries/ministry-visa";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Dossier ${(await params).number}` };
}

export default async function MinistryDossierPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const dossier = await orUnavailable(() => readMinistryDossier(actor, number));
  const credits = await orUnavailable(() => readCreditsSummary(actor, number, "ministry"));
  const visa = await orUnavailable(() => readVisaStatus(actor, number));
  const { status, filed, call, round, project, now } = dossier;
  const next = nextStep({
    status,
    theme: filed.theme,
    call,
    juryMonth: round?.month ?? null,
    project,
    now,
    reader: "ministry",
  });
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Portefeuille", href: routes.ministry() }]}
        current={`Dossier ${number}`}
      />
      <MinistryDossierView dossier={dossier} next={next}>
        {visa && <VisaLine number={number} status={visa} />}
        <CreditsSummary amounts={credits} number={number} />
      </MinistryDossierView>
    </>
  );
}
