import type { Metadata } from "next";
import { ArbitrateForm } from "@/features/instruction/components/arbitrate-forms";
import { decidedWords } from "@/features/instruction/components/arbitration-list";
import { DecisionFactsView } from "@/features/instruction/components/decision-facts";
import { DossierFrame } from "@/features/instruction/components/dossier-frame";
import { readArbitrationLine } from "@/features/instruction/queries/arbitration";
import { readDecisionFacts } from "@/features/instruction/queries/decision";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { AppLink } from "@/ui/app-link";

interface Props {
  params: Promise<{ arbitration: string; number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Arbitrage – Dossier ${(await params).number}` };
}

export default async function ArbitrationLinePage({ params }: Props) {
  const [actor, { arbitration: list, number }] = await Promise.all([requireActor(), params]);
  const { page: submitted, row } = await orUnavailable(() =>
    readArbitrationLine(actor, list, number),
  );
  const page = await orUnavailable(() => readDossierPage(actor, number));
  const facts = await readDecisionFacts(page);
  return (
    <DossierFrame page={page} current="decision" title="Arbitrage du ministre">
      <p>
        <AppLink href={routes.arbitration(list)}>Revenir à la liste {submitted.label}</AppLink>
      </p>
      <DecisionFactsView page={page} facts={facts} aggregate={null} />
      <h2 className="fr-h4 fr-mt-4w">Répondre à la proposition</h2>
      <ArbitrateForm
        list={list}
        number={number}
        proposed={decidedWords(row.proposed)}
        motive={page.decision?.motive ?? ""}
      />
    </DossierFrame>
  );
}
