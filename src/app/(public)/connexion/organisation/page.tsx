import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ownClaim } from "@/features/administration/queries/organisations";
import { routes } from "@/routes";
import { landingOf } from "@/server/auth/landing";
import { service } from "@/server/service";
import { currentActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { TextPage } from "@/ui/text-page";
import { UnknownOrganisation } from "./unknown-organisation";

export const metadata: Metadata = { title: "Organisation à rattacher" };

export default async function UnknownOrganisationPage() {
  const actor = await orUnavailable(currentActor);
  if (!actor) redirect(routes.signIn());
  if (actor.organisation || actor.grants.length > 0) redirect(landingOf(actor));
  const claim = await orUnavailable(() => ownClaim(actor));
  return (
    <TextPage
      title="Votre organisation reste à rattacher"
      lead="Vous êtes bien connecté, mais le portail ne connaît pas encore votre organisation. Un administrateur doit la rattacher."
    >
      <UnknownOrganisation claim={claim} contact={service().contactEmail} />
    </TextPage>
  );
}
