import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { RevisionView } from "@/features/jury/components/revision-view";
import { readMySheet } from "@/features/jury/queries/my-sheet";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string; criterion: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Changer une note – Dossier ${(await params).number}` };
}

export default async function RevisionPage({ params }: Props) {
  const [actor, { number, criterion: key }] = await Promise.all([requireActor(), params]);
  const sheet = await orUnavailable(() => readMySheet(actor, number));
  const criterion = sheet.criteria.find((each) => each.key === key);
  if (!criterion) notFound();
  if (!sheet.mayRevise) redirect(routes.sheet(number));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "À noter", href: routes.jury() },
          { label: "Fiche de notation", href: routes.sheet(number) },
        ]}
        current="Changer une note"
      />
      <RevisionView sheet={sheet} criterion={criterion} />
    </>
  );
}
