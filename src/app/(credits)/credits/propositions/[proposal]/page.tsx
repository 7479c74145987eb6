import type { Metadata } from "next";
import { MOVEMENT_WORDS } from "@/domain/credits/movements";
import { ProposalView } from "@/features/credits/components/proposal-view";
import { readProposal } from "@/features/credits/queries/proposal";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Mouvement de crédits proposé" };

interface Props {
  params: Promise<{ proposal: string }>;
}

export default async function ProposalPage({ params }: Props) {
  const [actor, { proposal: id }] = await Promise.all([requireActor(), params]);
  const proposal = await orUnavailable(() => readProposal(actor, id));
  const { label } = MOVEMENT_WORDS[proposal.kind];
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Crédits", href: routes.credits() }]}
        current="Mouvement proposé"
      />
      <h1>
        Mouvement proposé{"\u00A0"}: {label.toLowerCase()}
      </h1>
      <ProposalView proposal={proposal} />
    </>
  );
}
