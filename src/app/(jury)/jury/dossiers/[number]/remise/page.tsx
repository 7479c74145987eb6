import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { HandInView } from "@/features/jury/components/hand-in-view";
import { readMySheet } from "@/features/jury/queries/my-sheet";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Remettre ma fiche – Dossier ${(await params).number}` };
}

export default async function HandInPage({ params }: Props) {
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
        current="Remettre ma fiche"
      />
      <HandInView sheet={sheet} />
    </>
  );
}
