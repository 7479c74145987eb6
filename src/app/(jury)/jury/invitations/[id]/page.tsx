import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InvitationView } from "@/features/jurors/components/invitation-view";
import { readMySeats } from "@/features/jurors/queries/my-interests";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Invitation dans un jury" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function JuryInvitationPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const { invitations } = await orUnavailable(() => readMySeats(actor));
  const invitation = invitations.find((each) => each.id === id);
  if (!invitation) notFound();
  const title = `Invitation au jury ${invitation.themeCode}`;
  return (
    <>
      <PageBreadcrumb trail={[{ label: "À noter", href: routes.jury() }]} current={title} />
      <h1>{title}</h1>
      <InvitationView invitation={invitation} />
    </>
  );
}
