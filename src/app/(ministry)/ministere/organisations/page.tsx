import type { Metadata } from "next";
import { DnumTeamView } from "@/features/delegations/components/dnum-team-view";
import { readDnumTeam } from "@/features/delegations/queries";
import { OrganisationList } from "@/features/portfolio/components/organisation-list";
import {
  organisationCursor,
  readServedOrganisations,
} from "@/features/portfolio/queries/organisations";
import { ServedMinistries } from "@/features/visas/components/served-ministries";
import { readServedMinistries } from "@/features/visas/queries/ministries";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Organisations, personnes et délai de réponse" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function OrganisationsPage({ searchParams }: Props) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const ministries = await orUnavailable(() => readServedMinistries(actor));
  const team = await orUnavailable(() => readDnumTeam(actor));
  const organisations = await orUnavailable(() =>
    readServedOrganisations(actor, organisationCursor(params)),
  );
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Portefeuille", href: routes.ministry() }]}
        current="Organisations, personnes et délai de réponse"
      />
      <h1>Organisations, personnes et délai de réponse</h1>
      <DnumTeamView team={team} />
      <ServedMinistries ministries={ministries} />
      <OrganisationList page={organisations} />
    </>
  );
}
