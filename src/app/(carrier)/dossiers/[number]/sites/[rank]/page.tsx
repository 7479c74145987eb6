import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SiteForm } from "@/features/dossiers/components/site-form";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { openSite } from "@/features/dossiers/queries/open-site";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string; rank: string }>;
}

const titleOf = (rank: string) => (rank === "nouveau" ? "Ajouter un site" : `Site ${rank}`);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, rank } = await params;
  return { title: `${titleOf(rank)} – Dossier ${number}` };
}

export default async function SitePage({ params }: Props) {
  const { number, rank } = await params;
  const actor = await requireActor(`/dossiers/${number}/sites/${rank}`);
  const dossier = await orUnavailable(() => openDossier(actor, number));
  const open = await orUnavailable(async () => openSite(dossier, rank));
  const { step } = open;
  if (dossier.state.editing.act === null) redirect(routes.dossier(number));
  if (!dossier.mayWrite("sites")) redirect(routes.step(number, step.key));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
          { label: step.title, href: routes.step(number, step.key) },
        ]}
        current={titleOf(open.rank === 0 ? "nouveau" : rank)}
      />
      <DossierHeader {...dossier.header} as="p" />
      <h1 className="fr-h2">{titleOf(open.rank === 0 ? "nouveau" : rank)}</h1>
      <SiteForm number={number} rank={open.rank} site={open.site} />
    </>
  );
}
