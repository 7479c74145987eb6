import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AbstentionForm } from "@/features/jury/components/one-act-forms";
import { readMySheet } from "@/features/jury/queries/my-sheet";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `S’abstenir – Dossier ${(await params).number}` };
}

export default async function AbstentionPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const sheet = await orUnavailable(() => readMySheet(actor, number));
  if (sheet.submittedAt || sheet.closed) redirect(routes.sheet(number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "À noter", href: routes.jury() },
          { label: "Fiche de notation", href: routes.sheet(number) },
        ]}
        current="S’abstenir"
      />
      <DossierHeader {...sheet.header} as="p" />
      <h1 className="fr-h3">S’abstenir sur ce dossier</h1>
      <p>
        Vous ne verrez plus ce dossier et votre fiche commencée ne comptera pas. Le secrétariat peut
        confier le dossier à un autre juré.
      </p>
      <AbstentionForm number={number} />
    </>
  );
}
