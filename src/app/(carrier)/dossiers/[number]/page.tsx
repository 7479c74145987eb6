import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import {
  ClosedDraftOverview,
  DraftOverview,
  FiledOverview,
} from "@/features/dossiers/components/overview";
import { readFiling } from "@/features/dossiers/queries/filed-dossier";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { ownRoom } from "@/features/dossiers/queries/own-room";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Dossier ${(await params).number}` };
}

/** The address people share: home for the team, the way to their own room for the others. */
export default async function DossierPage({ params }: Props) {
  const { number } = await params;
  const actor = await requireActor(routes.dossier(number));
  const room = await orUnavailable(() => ownRoom(actor, number));
  if (room === undefined) notFound();
  if (room !== null) redirect(room);
  const dossier = await orUnavailable(() => openDossier(actor, number));
  const isDraft = dossier.status === "draft";
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Mes dossiers", href: routes.dossiers() }]}
        current={`Dossier ${number}`}
      />
      {isDraft ? (
        <DraftOverview dossier={dossier} />
      ) : dossier.state.filedAt === null ? (
        <ClosedDraftOverview dossier={dossier} />
      ) : (
        <FiledOverview
          dossier={dossier}
          {...(await orUnavailable(() => readFiling(actor, number)))}
        />
      )}
    </>
  );
}
