import type { Metadata } from "next";
import { InvitationView } from "@/features/team/components/invitation-view";
import { readInvitation } from "@/features/team/queries/invitation";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

interface Props {
  params: Promise<{ token: string }>;
}

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const actor = await requireActor(routes.invitation(token));
  const view = await orUnavailable(() => readInvitation(actor, token));
  return (
    <>
      <PageBreadcrumb current="Invitation" />
      <h1>Rejoindre l’équipe d’un dossier</h1>
      <InvitationView view={view} token={token} />
    </>
  );
}
