import type { Metadata } from "next";
import { AnswerHistoryView } from "@/features/dossiers/components/answer-history";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { readAnswerHistory } from "@/features/dossiers/queries/answer-history";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

type Parameter = string | string[] | undefined;

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ champ?: Parameter; personne?: Parameter; apres?: Parameter }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Historique des réponses – Dossier ${(await params).number}` };
}

const one = (parameter: Parameter) => (typeof parameter === "string" ? parameter : undefined);

export default async function AnswerHistoryPage({ params, searchParams }: Props) {
  const [{ number }, { champ, personne, apres }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(routes.answerHistory(number));
  const query = { field: one(champ), person: one(personne), after: one(apres) };
  const page = await orUnavailable(() => readAnswerHistory(actor, number, query));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Historique"
      />
      <DossierHead actor={actor} number={number} />
      <h1 className="fr-h2">Historique des réponses</h1>
      <AnswerHistoryView page={page} isFirst={query.after === undefined} />
    </>
  );
}
