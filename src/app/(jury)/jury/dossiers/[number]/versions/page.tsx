import type { Metadata } from "next";
import { readMySheet } from "@/features/jury/queries/my-sheet";
import { routes } from "@/routes";
import { readNewPresentation } from "@/server/filings";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { ComparedFilings } from "@/ui/compared-filings";
import { DossierHeader } from "@/ui/dossier-header";
import { EmptyState } from "@/ui/empty-state";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Ce qui a changé – Dossier ${(await params).number}` };
}

/** What a new presentation changed, for the jurors it is entrusted to. */
export default async function ChangesPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const { dossier, header } = await orUnavailable(() => readMySheet(actor, number));
  const compared = dossier.presentation > 1 ? await readNewPresentation(dossier.id) : null;
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "À noter", href: routes.jury() },
          { label: "Fiche de notation", href: routes.sheet(number) },
        ]}
        current="Ce qui a changé"
      />
      <DossierHeader {...header} as="p" />
      <h1 className="fr-h2">Ce qui a changé</h1>
      {compared ? (
        <ComparedFilings
          action={routes.sheetFilings(number)}
          filings={[compared.after, compared.before]}
          compared={compared}
        />
      ) : (
        <EmptyState action={{ label: "Revenir à ma fiche", href: routes.sheet(number) }}>
          Ce dossier est présenté pour la première fois.
        </EmptyState>
      )}
    </>
  );
}
