import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { carriedFrom } from "@/domain/dossier/carried-answers";
import { NewDossier } from "@/features/dossiers/components/new-dossier";
import { readDossierOffer } from "@/features/dossiers/queries/dossier-offer";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Commencer un dossier" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function NewDossierPage({ searchParams }: Props) {
  const { theme: slug, ...others } = await searchParams;
  if (typeof slug !== "string") redirect(routes.themes());
  const carried = carriedFrom(Object.entries(others).map(([name, value]) => [name, String(value)]));
  const actor = await requireActor(routes.newDossier(slug, new URLSearchParams(carried)));
  const offer = await orUnavailable(() => readDossierOffer(actor, slug));
  const title = `Commencer un dossier ${offer.theme.code}`;
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Mes dossiers", href: routes.dossiers() }]}
        current={title}
      />
      <h1>{title}</h1>
      <NewDossier offer={offer} id={randomUUID()} carried={carried} />
    </>
  );
}
