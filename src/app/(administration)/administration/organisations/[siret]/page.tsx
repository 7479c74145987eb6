import type { Metadata } from "next";
import { AttachForm } from "@/features/administration/components/attach-form";
import { AwaitedSummary } from "@/features/administration/components/awaited-summary";
import { CreateOrganisationForm } from "@/features/administration/components/create-organisation-form";
import {
  awaitedOrganisation,
  ministryChoices,
  organisationChoices,
} from "@/features/administration/queries/organisations";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Rattacher une organisation" };

interface Props {
  params: Promise<{ siret: string }>;
}

export default async function OrganisationPage({ params }: Props) {
  const [actor, { siret }] = await Promise.all([requireActor(), params]);
  const [awaited, organisations, ministries] = await orUnavailable(() =>
    Promise.all([
      awaitedOrganisation(actor, siret),
      organisationChoices(actor),
      ministryChoices(actor),
    ]),
  );
  const title = awaited.claimedName ?? `Organisation ${siret}`;
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Administration", href: routes.administration() },
          { label: "Organisations à rattacher", href: routes.administrationOrganisations() },
        ]}
        current={title}
      />
      <h1>{title}</h1>
      <AwaitedSummary awaited={awaited} />
      <h2>Le portail connaît cette organisation</h2>
      <AttachForm siret={siret} organisations={organisations} />
      <h2 className="fr-mt-6w">Le portail ne la connaît pas</h2>
      <CreateOrganisationForm
        siret={siret}
        claimedName={awaited.claimedName ?? ""}
        ministries={ministries}
      />
    </>
  );
}
