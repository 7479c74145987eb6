import "@/features/team/team.css";
import type { Metadata } from "next";
import { DossierHead } from "@/features/dossiers/components/dossier-head";
import { CommentsView } from "@/features/team/components/comments-view";
import { readComments } from "@/features/team/queries/comments";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ question?: string | string[]; apres?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Commentaires – Dossier ${(await params).number}` };
}

export default async function CommentsPage({ params, searchParams }: Props) {
  const [{ number }, { question, apres }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(routes.comments(number));
  const field = typeof question === "string" ? question : undefined;
  const after = typeof apres === "string" ? apres : undefined;
  const page = await orUnavailable(() => readComments(actor, number, { field, after }));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current="Commentaires"
      />
      <DossierHead actor={actor} number={number} />
      <h1 className="fr-h2">Commentaires de l’équipe</h1>
      <CommentsView page={page} isFirst={after === undefined} />
    </>
  );
}
