import type { Metadata } from "next";
import { formatDeadline } from "@/domain/calendar";
import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { readVisaFacts } from "@/features/dossiers/visa-facts";
import { MinistryVisaView } from "@/features/visas/components/ministry-visa-view";
import { readMinistryVisa } from "@/features/visas/queries/ministry-visa";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Visa – Dossier ${(await params).number}` };
}

export default async function VisaPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const visa = await orUnavailable(() => readMinistryVisa(actor, number));
  const facts = visa.filed ?? (await orUnavailable(() => readVisaFacts(visa.dossierId)));
  const { theme, tacitAt, mayAnswer, now } = visa;
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Portefeuille", href: routes.ministry() },
          { label: "Visas", href: routes.visas() },
        ]}
        current={`Dossier ${number}`}
      />
      <DossierHeader
        number={number}
        title={visa.title}
        theme={{ code: theme.code, title: theme.title, href: routes.theme(theme.slug) }}
        status={STATUS_LABELS[visa.dossierStatus]}
        carrier={visa.carrier}
        grant={{ label: "Subvention demandée", cents: facts.requestedGrant }}
        next={
          mayAnswer
            ? {
                what: "donner le visa",
                who: "vous",
                before: tacitAt ? formatDeadline(tacitAt, now) : undefined,
              }
            : undefined
        }
      />
      <MinistryVisaView visa={visa} facts={facts} />
    </>
  );
}
