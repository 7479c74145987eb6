import type { Metadata } from "next";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { FieldHistoryView } from "@/features/dossiers/components/field-history";
import { readFieldHistory } from "@/features/dossiers/queries/answer-history";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

type Parameter = string | string[] | undefined;

interface Props {
  params: Promise<{ number: string; field: string }>;
  searchParams: Promise<{ de?: Parameter; a?: Parameter }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Versions d’une réponse – Dossier ${(await params).number}` };
}

const one = (parameter: Parameter) => (typeof parameter === "string" ? parameter : undefined);

export default async function FieldHistoryPage({ params, searchParams }: Props) {
  const [{ number, field }, { de, a }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(routes.fieldHistory(number, field));
  const asked = { field, before: one(de), after: one(a) };
  const history = await orUnavailable(() => readFieldHistory(actor, number, asked));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: `Dossier ${number}`, href: routes.dossier(number) },
          { label: "Historique", href: routes.answerHistory(number) },
        ]}
        current={history.label}
      />
      <DossierHead actor={actor} number={number} />
      <h1 className="fr-h2">{history.label}</h1>
      <FieldHistoryView history={history} />
    </>
  );
}
