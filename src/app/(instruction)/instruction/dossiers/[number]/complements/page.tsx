import type { Metadata } from "next";
import { RequestsView } from "@/features/complements/components/requests-view";
import { complementObstacle } from "@/features/complements/obstacle";
import { readRequests } from "@/features/complements/queries/requests";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Compléments – Dossier ${(await params).number}` };
}

export default async function ComplementRequestsPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const requests = await orUnavailable(() => readRequests(page.dossier));
  return (
    <DossierFrame page={page} current="complements">
      <RequestsView
        number={number}
        themeCode={page.dossier.themeCode}
        requests={requests}
        now={page.now}
        mayAct={page.may("request-complement")}
        obstacle={complementObstacle(page.dossier, {
          hasDecision: page.decision !== null,
          redirectionPending: page.redirection.asked !== null,
        })}
      />
    </DossierFrame>
  );
}
