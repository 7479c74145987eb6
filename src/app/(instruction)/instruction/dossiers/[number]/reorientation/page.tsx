import type { Metadata } from "next";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { ProposalsView } from "@/features/redirections/components/proposals-view";
import { ReceivedPage } from "@/features/redirections/components/received-view";
import { readReceived } from "@/features/redirections/queries/received";
import { readProposing } from "@/features/redirections/queries/sent";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Réorientation – Dossier ${(await params).number}` };
}

/** One address, two sides: whoever answers for the theme that is asked, and the theme that has the dossier. */
export default async function RedirectionPage({ params, searchParams }: Props) {
  const [actor, { number }, query] = await Promise.all([requireActor(), params, searchParams]);
  const received = await orUnavailable(() => readReceived(actor, number));
  if (received && !received.own) return <ReceivedPage proposal={received} />;
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const proposing = await orUnavailable(() =>
    readProposing(page.dossier, {
      mayAct: page.may("propose-redirection"),
      hasDecision: page.decision !== null,
      pending: page.redirection.asked !== null,
      chosen: query.vers,
    }),
  );
  return (
    <DossierFrame page={page} current="redirection">
      <ProposalsView number={number} {...proposing} />
    </DossierFrame>
  );
}
